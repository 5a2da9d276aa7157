import type { Language } from "./email-words";

/** The words of the pages that people reach from a message. %s is the company's name. */
export type PublicWords = {
  unsubscribeTitle: string;
  unsubscribeLead: string;
  unsubscribeButton: string;
  doneTitle: string;
  doneLead: string;
  preferencesTitle: string;
  subscribedLead: string;
  stoppedLead: string;
  blockedLead: string;
  resumeButton: string;
  changeLink: string;
  invalidTitle: string;
  invalidLead: string;
  testTitle: string;
  testLead: string;
};

export const PUBLIC_WORDS: Record<Language, PublicWords> = {
  en: {
    unsubscribeTitle: "Unsubscribe",
    unsubscribeLead:
      "Press the button and %s will not send you marketing email any more. It takes effect at once.",
    unsubscribeButton: "Unsubscribe",
    doneTitle: "You are unsubscribed",
    doneLead: "%s will not send you marketing email any more. What is on its way already may still arrive.",
    preferencesTitle: "What you get",
    subscribedLead: "You get marketing email from %s.",
    stoppedLead: "You get no marketing email from %s.",
    blockedLead:
      "You get no marketing email from %s, because your address refused it or you complained. To change that, answer one of our mails.",
    resumeButton: "Send me marketing email again",
    changeLink: "Changed your mind?",
    invalidTitle: "This link does not work",
    invalidLead:
      "Perhaps it was cut off on its way. Open the link in the mail itself, or answer the mail and ask to be taken off the list.",
    testTitle: "This is a test",
    testLead:
      "The message was a test to a colleague. This link changes nothing for anybody; a customer’s does what it says.",
  },
  de: {
    unsubscribeTitle: "Abmelden",
    unsubscribeLead: "Mit der Schaltfläche schickt Ihnen %s keine Werbung per E-Mail mehr. Das gilt sofort.",
    unsubscribeButton: "Abmelden",
    doneTitle: "Sie sind abgemeldet",
    doneLead: "%s schickt Ihnen keine Werbung per E-Mail mehr. Was schon unterwegs ist, kann noch ankommen.",
    preferencesTitle: "Was Sie erhalten",
    subscribedLead: "Sie erhalten Werbung von %s per E-Mail.",
    stoppedLead: "Sie erhalten keine Werbung von %s per E-Mail.",
    blockedLead:
      "Sie erhalten keine Werbung von %s per E-Mail, weil Ihre Adresse sie abgelehnt hat oder Sie sich beschwert haben. Um das zu ändern, antworten Sie auf eine unserer E-Mails.",
    resumeButton: "Wieder Werbung per E-Mail erhalten",
    changeLink: "Anders überlegt?",
    invalidTitle: "Dieser Link funktioniert nicht",
    invalidLead:
      "Vielleicht wurde er unterwegs abgeschnitten. Öffnen Sie den Link in der E-Mail selbst, oder antworten Sie auf die E-Mail und bitten Sie um Abmeldung.",
    testTitle: "Das ist ein Test",
    testLead:
      "Die Nachricht war ein Test an das Team. Dieser Link ändert für niemanden etwas; der einer Kundin oder eines Kunden tut, was er sagt.",
  },
  fr: {
    unsubscribeTitle: "Se désabonner",
    unsubscribeLead: "Avec ce bouton, %s ne vous enverra plus d’e-mails publicitaires. C’est immédiat.",
    unsubscribeButton: "Se désabonner",
    doneTitle: "Vous êtes désabonné",
    doneLead:
      "%s ne vous enverra plus d’e-mails publicitaires. Ce qui est déjà en route peut encore arriver.",
    preferencesTitle: "Ce que vous recevez",
    subscribedLead: "Vous recevez des e-mails publicitaires de %s.",
    stoppedLead: "Vous ne recevez pas d’e-mails publicitaires de %s.",
    blockedLead:
      "Vous ne recevez pas d’e-mails publicitaires de %s, car votre adresse les a refusés ou vous vous êtes plaint. Pour changer cela, répondez à l’un de nos e-mails.",
    resumeButton: "Recevoir à nouveau des e-mails publicitaires",
    changeLink: "Vous avez changé d’avis ?",
    invalidTitle: "Ce lien ne fonctionne pas",
    invalidLead:
      "Il a peut-être été coupé en route. Ouvrez le lien dans l’e-mail lui-même, ou répondez à l’e-mail pour demander votre retrait.",
    testTitle: "Ceci est un test",
    testLead:
      "Ce message était un test envoyé à l’équipe. Ce lien ne change rien pour personne ; celui d’un client fait ce qu’il annonce.",
  },
  es: {
    unsubscribeTitle: "Darse de baja",
    unsubscribeLead: "Con este botón, %s no le enviará más publicidad por correo. Tiene efecto inmediato.",
    unsubscribeButton: "Darse de baja",
    doneTitle: "Está dado de baja",
    doneLead: "%s no le enviará más publicidad por correo. Lo que ya está en camino todavía puede llegar.",
    preferencesTitle: "Lo que recibe",
    subscribedLead: "Recibe publicidad de %s por correo.",
    stoppedLead: "No recibe publicidad de %s por correo.",
    blockedLead:
      "No recibe publicidad de %s por correo, porque su dirección la rechazó o usted se quejó. Para cambiarlo, responda a uno de nuestros correos.",
    resumeButton: "Volver a recibir publicidad por correo",
    changeLink: "¿Ha cambiado de idea?",
    invalidTitle: "Este enlace no funciona",
    invalidLead:
      "Quizá se cortó por el camino. Abra el enlace en el propio correo, o responda al correo y pida que le demos de baja.",
    testTitle: "Esto es una prueba",
    testLead:
      "El mensaje era una prueba para el equipo. Este enlace no cambia nada para nadie; el de un cliente hace lo que dice.",
  },
};
