/**
 * Words by which a text promises something, in the four languages we write. A marketing text that says them without an
 * offer behind them misleads (Directive 2005/29/EC, Art. 6(1)(d) and Annex I no. 7; 16 CFR § 251 for "free").
 */
const words = (...sources: string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "iu");

/** Only an offer of free shipping may say these. */
export const FREE_WORDS = words(
  "(?<!feel )free",
  "kostenlos\\p{L}*",
  "kostenfrei\\p{L}*",
  "versandkostenfrei\\p{L}*",
  "umsonst",
  "gratis",
  "gratuit\\p{L}*",
  "offert\\p{L}*",
  "sin coste",
);

/** Only where there is an offer. */
export const DISCOUNT_WORDS = words(
  "discount\\p{L}*",
  "voucher\\p{L}*",
  "coupon\\p{L}*",
  "promo(?:tion)? code",
  "on sale",
  "rabatt\\p{L}*",
  "gutschein\\p{L}*",
  "nachlass",
  "réduction\\p{L}*",
  "remise\\p{L}*",
  "bon d[’']achat",
  "descuento\\p{L}*",
  "cupón",
  "cupones",
  "rebaja\\p{L}*",
  "cashback",
  "refund\\p{L}*",
  "money back",
  "gift\\p{L}*",
  "geschenk\\p{L}*",
  "cadeau\\p{L}*",
  "regalo\\p{L}*",
);

/** A percentage in letters. */
export const SPELT_PERCENT = words(
  "\\p{L}+[ -](?:percent|per cent|prozent|pour cent|por ciento)",
  "\\p{L}+prozent",
);

/** A part of the price in other words. */
export const PART_PRICE = words(
  "half[ -](?:the )?(?:price|off)",
  "halbe[rn]? preis\\p{L}*",
  "(?:à )?moitié prix",
  "mitad de precio",
  "(?:two|2)[ -]for[ -](?:one|1)",
  "buy one,? get one",
  "bogo",
  "zwei zum preis von einem",
  "dos por uno",
  "deux pour un",
);

/** Haste that nobody can vouch for. */
export const HURRY_WORDS = words(
  "last chance",
  "only today",
  "today only",
  "(?:ends|expires) (?:today|tonight|soon|tomorrow)",
  "hurry",
  "limited (?:time|offer|stock)",
  "while stocks? lasts?",
  "selling fast",
  "nur heute",
  "letzte chance",
  "solange der vorrat reicht",
  "dernière chance",
  "aujourd[’']hui seulement",
  "dépêchez[ -]vous",
  "última oportunidad",
  "solo hoy",
  "dese prisa",
);

/** Certainty that nobody can vouch for. */
export const CLAIMS = words(
  "guarantee\\p{L}*",
  "risk[ -]free",
  "best(?:selling|[ -]in[ -]the[ -]world)",
  "garantier\\p{L}*",
  "garanti\\p{L}*",
  "garantiza\\p{L}*",
);
