import type { Phrasebook } from "./phrasebook";

export const de: Phrasebook = {
  hello: 'Hallo {{ person.firstName | default: "und guten Tag" }},',
  openings: {
    "win-back": [
      [
        "Schön, von Ihnen zu hören",
        "Es ist eine Weile her",
        "Seit Ihrer letzten Bestellung ist einige Zeit vergangen. Wir würden uns freuen, Sie wiederzusehen.",
      ],
      [
        "Jederzeit willkommen zurück",
        "Da weitermachen, wo Sie waren",
        "Ihre letzte Bestellung liegt eine Weile zurück. Zurück geht es mit einem Klick.",
      ],
      [
        'Suchen Sie noch etwas, {{ person.firstName | default: "vielleicht" }}?',
        "Können wir helfen?",
        "Sie haben länger nicht bestellt. Hat etwas nicht gepasst, oder wurde nichts gebraucht?",
      ],
      [
        "Ein kurzer Gruß",
        "Ein kurzer Gruß",
        "Wir haben länger nichts von Ihnen gehört, deshalb ein kurzer Gruß.",
      ],
      [
        "Wir sind da, wenn Sie etwas brauchen",
        "Wir sind für Sie da",
        "Ihre letzte Bestellung ist eine Weile her. Wenn Sie wieder etwas brauchen, geht es hier entlang.",
      ],
    ],
    "reduce-churn": [
      [
        "Schön, dass Sie bei uns sind",
        "Schön, dass Sie bei uns sind",
        "Es war zuletzt etwas stiller als sonst, und wir möchten Sie nicht aus den Augen verlieren.",
      ],
      [
        "Ihre nächste Bestellung, ganz einfach",
        "Ihre nächste Bestellung, ganz einfach",
        "Sie bestellen etwas seltener als früher. Hier ist der kurze Weg in den Shop.",
      ],
      [
        "Ist alles so, wie Sie es mögen?",
        "Ist alles so, wie Sie es mögen?",
        "Wir haben bemerkt, dass Sie seltener bestellen. Was sollen wir besser machen?",
      ],
      ["Wir denken an Sie", "Nur eine Zeile", "Es war stiller als sonst, deshalb eine Zeile von uns."],
      [
        "Können wir etwas tun?",
        "Können wir etwas tun?",
        "Wenn Sie etwas vom Bestellen abgehalten hat, antworten Sie auf diese E-Mail.",
      ],
    ],
    "increase-aov": [
      [
        "Für Ihre nächste Bestellung",
        "Für Ihre nächste Bestellung",
        "Danke für Ihre Bestellungen. Vielleicht gehört ins nächste Paket noch etwas dazu.",
      ],
      [
        "Alles in einem Paket",
        "Alles in einem Paket",
        "Zusammen bestellen spart ein zweites Paket. Sehen Sie nach, was Sie noch brauchen.",
      ],
      [
        "Hat zuletzt etwas gefehlt?",
        "Hat etwas gefehlt?",
        "Haben Sie beim letzten Mal etwas weggelassen? Es passt in die nächste Bestellung.",
      ],
      ["Ihr nächstes Paket", "Ihr nächstes Paket", "Eine kurze Erinnerung vor Ihrer nächsten Bestellung."],
      [
        "Die nächste Bestellung planen",
        "Die nächste Bestellung planen",
        "Wenn Sie eine größere Bestellung planen, lohnt sich vorher ein Blick in den Shop.",
      ],
    ],
    "cross-sell": [
      [
        "Was zusammenpasst",
        "Was zusammenpasst",
        "Sie haben sich bei uns schon etwas ausgesucht. Anderes im Shop passt dazu.",
      ],
      [
        "Passend zu dem, was Sie haben",
        "Passend zu dem, was Sie haben",
        "Sehen Sie, was wir zu Ihrem Einkauf noch haben.",
      ],
      [
        "Fehlt noch etwas dazu?",
        "Fehlt noch etwas dazu?",
        "Fehlt Ihnen noch etwas zu dem, was Sie bei uns gekauft haben?",
      ],
      ["Noch eine Idee", "Noch eine Idee", "Eine Idee zu Ihrer letzten Bestellung."],
      [
        "Ergänzen, was Sie haben",
        "Ergänzen, was Sie haben",
        "Wenn Sie Ihren Einkauf ergänzen möchten, finden Sie hier den Rest.",
      ],
    ],
    "feature-adoption": [
      [
        "Mehr aus dem machen, was Sie haben",
        "Mehr aus dem machen, was Sie haben",
        "Darin steckt mehr, als Sie bisher genutzt haben.",
      ],
      [
        "In wenigen Minuten ausprobiert",
        "In wenigen Minuten ausprobiert",
        "Sie haben noch nicht alles genutzt. Für einen ersten Versuch reichen wenige Minuten.",
      ],
      [
        "Schon ausprobiert?",
        "Schon ausprobiert?",
        "Haben Sie schon alles gesehen, was Sie damit machen können?",
      ],
      ["Ein kurzer Tipp", "Ein kurzer Tipp", "Ein kurzer Tipp von uns."],
      [
        "So funktioniert es",
        "So funktioniert es",
        "So fangen Sie an. Wenn Sie nicht weiterkommen, antworten Sie auf diese E-Mail.",
      ],
    ],
    "vip-retention": [
      ["Danke", "Danke", "Ihre Bestellungen sind für uns nicht selbstverständlich. Danke dafür."],
      [
        "Eine Nachricht für wenige",
        "Eine Nachricht für wenige",
        "Diese Nachricht geht nicht an alle, sondern an Kunden, die wir besonders gern behalten möchten.",
      ],
      [
        "Was wünschen Sie sich von uns?",
        "Was wünschen Sie sich von uns?",
        "Sie kennen uns gut. Was sollen wir anders machen? Eine Antwort auf diese E-Mail genügt.",
      ],
      ["Ein Wort des Dankes", "Ein Wort des Dankes", "Nichts Neues, nur Dank für Ihre Bestellungen."],
      [
        "Wir sind für Sie da",
        "Wir sind für Sie da",
        "Sollte mit einer Bestellung einmal etwas nicht stimmen, antworten Sie auf diese E-Mail.",
      ],
    ],
  },
  body: {
    offer: "Damit die Entscheidung leichter fällt, gibt es etwas für Ihre nächste Bestellung:",
    nudge: "Wenn es passt, sehen Sie sich um. Wenn nicht, müssen Sie nichts tun.",
    message: "Diese Nachricht will nichts von Ihnen. Wir freuen uns, dass Sie unser Kunde sind.",
    education: "Sehen Sie sich in Ruhe an, wie es funktioniert und ob es Ihnen nützt.",
  },
  preheader: {
    offer: "Etwas für Ihre nächste Bestellung",
    nudge: "Ein kurzer Blick genügt",
    message: "Ein paar Zeilen von {{ company.name }}",
    education: "Wie es funktioniert, in wenigen Minuten",
  },
  callToAction: {
    offer: "Jetzt einlösen",
    nudge: "Ansehen",
    message: "Zu {{ company.name }}",
    education: "So funktioniert es",
  },
  withCode: "Geben Sie bei der Bestellung den Code {{ offer.code }} ein.",
  withoutCode: "Sie brauchen keinen Code.",
  regular: "Sie haben schon oft bei uns bestellt: danke dafür.",
  fresh: "Sie sind noch neu bei uns, fragen Sie also gern.",
  close: [
    "Herzliche Grüße",
    "Bis bald",
    "Wir freuen uns auf Ihre Antwort",
    "Bis dahin",
    "Bei Fragen antworten Sie einfach auf diese E-Mail",
  ],
};
