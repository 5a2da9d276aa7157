import { amountOf, decimalsOf } from "../money";
import type { Offer } from "../settings/configuration";
import type { Language } from "./email-words";

const SPACE = "\u00a0";

/** The offer in one sentence of the reader's language, from its kind and value alone: what the company really gives. */
export function offerLine(
  offer: Pick<Offer, "kind" | "value">,
  language: Language,
  currency: string,
): string {
  if (offer.kind === "free-shipping") return FREE_SHIPPING[language];
  const what =
    offer.kind === "percent"
      ? `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(offer.value)}${SPACE}%`
      : new Intl.NumberFormat(language, {
          style: "currency",
          currency,
          minimumFractionDigits: offer.value % 10 ** decimalsOf(currency) === 0 ? 0 : decimalsOf(currency),
        }).format(amountOf(offer.value, currency));
  return OFF[language](what);
}

const FREE_SHIPPING: Record<Language, string> = {
  en: "Free shipping on your next order",
  de: "Kostenloser Versand bei Ihrer nächsten Bestellung",
  fr: "Livraison gratuite pour votre prochaine commande",
  es: "Envío gratis en su próximo pedido",
};

const OFF: Record<Language, (what: string) => string> = {
  en: (what) => `${what} off your next order`,
  de: (what) => `${what} Rabatt auf Ihre nächste Bestellung`,
  fr: (what) => `${what} de réduction sur votre prochaine commande`,
  es: (what) => `${what} de descuento en su próximo pedido`,
};
