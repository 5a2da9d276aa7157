import type { Company } from "../settings/company";

export type Language = Company["language"];

/** The words of the frame around every message: why it came, how to stop it, what the code is called. */
export const EMAIL_WORDS: Record<
  Language,
  { why: string; unsubscribe: string; preferences: string; code: string; sender: string }
> = {
  en: {
    why: "You get this mail because you agreed to hear from us.",
    unsubscribe: "Unsubscribe",
    preferences: "Change what you get",
    code: "Code",
    sender: "Sent by",
  },
  de: {
    why: "Sie erhalten diese E-Mail, weil Sie unseren Nachrichten zugestimmt haben.",
    unsubscribe: "Abmelden",
    preferences: "Einstellungen ändern",
    code: "Code",
    sender: "Absender",
  },
  fr: {
    why: "Vous recevez cet e-mail parce que vous avez accepté nos messages.",
    unsubscribe: "Se désabonner",
    preferences: "Modifier mes préférences",
    code: "Code",
    sender: "Expéditeur",
  },
  es: {
    why: "Recibe este correo porque aceptó recibir nuestros mensajes.",
    unsubscribe: "Darse de baja",
    preferences: "Cambiar mis preferencias",
    code: "Código",
    sender: "Remitente",
  },
};
