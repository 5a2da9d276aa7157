import type { Phrasebook } from "./phrasebook";

export const fr: Phrasebook = {
  hello: 'Bonjour {{ person.firstName | default: "à vous" }},',
  openings: {
    "win-back": [
      [
        "Cela fait un moment",
        "Cela fait un moment",
        "Votre dernière commande date un peu. Nous serions heureux de vous revoir.",
      ],
      [
        "Revenez quand vous voulez",
        "Reprenez où vous en étiez",
        "Votre dernière commande date un peu. Un clic suffit pour revenir.",
      ],
      [
        "Cherchez-vous encore quelque chose ?",
        "Pouvons-nous vous aider ?",
        "Vous n’avez pas commandé depuis quelque temps. Quelque chose n’allait pas, ou n’aviez-vous besoin de rien ?",
      ],
      ["Un petit bonjour", "Un petit bonjour", "Sans nouvelles de vous depuis un moment, nous vous saluons."],
      [
        "Nous sommes là si besoin",
        "Nous sommes là si besoin",
        "Votre dernière commande date un peu. S’il vous faut quelque chose, voici le chemin.",
      ],
    ],
    "reduce-churn": [
      [
        "Heureux de vous compter parmi nous",
        "Heureux de vous compter parmi nous",
        "Vous avez été un peu plus discret que d’habitude, et nous ne voudrions pas vous perdre de vue.",
      ],
      [
        "Votre prochaine commande, simplement",
        "Votre prochaine commande, simplement",
        "Vous commandez un peu moins souvent. Voici le chemin le plus court vers la boutique.",
      ],
      [
        "Tout est-il à votre goût ?",
        "Tout est-il à votre goût ?",
        "Vous commandez moins souvent ces derniers temps. Que devrions-nous mieux faire ?",
      ],
      [
        "Nous pensons à vous",
        "Juste un mot",
        "C’était plus calme que d’habitude : voici un mot de notre part.",
      ],
      [
        "Que pouvons-nous faire ?",
        "Que pouvons-nous faire ?",
        "Si quelque chose vous a empêché de commander, répondez à cet e-mail.",
      ],
    ],
    "increase-aov": [
      [
        "Pour votre prochaine commande",
        "Pour votre prochaine commande",
        "Merci pour vos commandes. Il manque peut-être encore quelque chose au prochain colis.",
      ],
      [
        "Tout dans un seul colis",
        "Tout dans un seul colis",
        "Commander ensemble évite un second colis. Regardez ce qu’il vous faut encore.",
      ],
      [
        "Manquait-il quelque chose ?",
        "Manquait-il quelque chose ?",
        "Aviez-vous laissé un article de côté ? Il trouvera sa place dans la prochaine commande.",
      ],
      ["Votre prochain colis", "Votre prochain colis", "Un petit rappel avant votre prochaine commande."],
      [
        "Préparez votre prochaine commande",
        "Préparez votre prochaine commande",
        "Si vous prévoyez une commande plus importante, parcourez d’abord la boutique.",
      ],
    ],
    "cross-sell": [
      [
        "Ce qui va ensemble",
        "Ce qui va ensemble",
        "Vous avez déjà choisi un article chez nous. D’autres vont avec.",
      ],
      [
        "Ce qui va avec ce que vous avez",
        "Ce qui va avec ce que vous avez",
        "Voyez ce que nous avons d’autre pour votre achat.",
      ],
      [
        "Vous manque-t-il quelque chose ?",
        "Vous manque-t-il quelque chose ?",
        "Vous manque-t-il encore quelque chose à côté de votre achat ?",
      ],
      ["Encore une idée", "Encore une idée", "Une idée à côté de votre dernière commande."],
      [
        "Complétez votre achat",
        "Complétez votre achat",
        "Si vous voulez compléter votre achat, vous trouverez le reste ici.",
      ],
    ],
    "feature-adoption": [
      [
        "Tirez-en davantage",
        "Tirez-en davantage",
        "Vous pouvez en faire plus que ce que vous avez utilisé jusqu’ici.",
      ],
      [
        "À essayer en quelques minutes",
        "À essayer en quelques minutes",
        "Vous n’avez pas encore tout utilisé. Quelques minutes suffisent pour essayer.",
      ],
      [
        "Avez-vous déjà essayé ?",
        "Avez-vous déjà essayé ?",
        "Avez-vous déjà vu tout ce que vous pouvez faire ?",
      ],
      ["Un petit conseil", "Un petit conseil", "Un petit conseil de notre part."],
      [
        "Comment ça marche",
        "Comment ça marche",
        "Voici comment commencer. Si vous êtes bloqué, répondez à cet e-mail.",
      ],
    ],
    "vip-retention": [
      ["Merci", "Merci", "Vos commandes ne vont pas de soi pour nous. Merci."],
      [
        "Un message pour quelques-uns",
        "Un message pour quelques-uns",
        "Ce message n’est pas pour tout le monde : il s’adresse aux clients que nous tenons le plus à garder.",
      ],
      [
        "Que souhaitez-vous de nous ?",
        "Que souhaitez-vous de nous ?",
        "Vous nous connaissez bien. Que devrions-nous changer ? Une réponse à cet e-mail suffit.",
      ],
      [
        "Un mot de remerciement",
        "Un mot de remerciement",
        "Rien de nouveau, juste merci pour vos commandes.",
      ],
      [
        "Nous sommes là pour vous",
        "Nous sommes là pour vous",
        "Si une commande ne vous convenait pas, répondez à cet e-mail.",
      ],
    ],
  },
  body: {
    offer: "Pour faciliter votre choix, voici quelque chose pour votre prochaine commande :",
    nudge: "Si cela vous convient, jetez un œil. Sinon, vous n’avez rien à faire.",
    message: "Ce message ne vous demande rien. Nous sommes heureux de vous avoir comme client.",
    education: "Regardez à votre rythme comment cela marche et si cela vous est utile.",
  },
  preheader: {
    offer: "Quelque chose pour votre prochaine commande",
    nudge: "Un coup d’œil suffit",
    message: "Quelques mots de {{ company.name }}",
    education: "Comment ça marche, en quelques minutes",
  },
  callToAction: {
    offer: "J’en profite",
    nudge: "Jeter un œil",
    message: "Voir {{ company.name }}",
    education: "Voir comment ça marche",
  },
  withCode: "Saisissez le code {{ offer.code }} lors de votre commande.",
  withoutCode: "Aucun code n’est nécessaire.",
  regular: "Vous avez commandé chez nous bien des fois : merci.",
  fresh: "Vous êtes encore nouveau chez nous : posez toutes vos questions.",
  close: [
    "Bien à vous",
    "À bientôt",
    "Au plaisir de vous lire",
    "À la prochaine",
    "Une question ? Répondez simplement à cet e-mail",
  ],
};
