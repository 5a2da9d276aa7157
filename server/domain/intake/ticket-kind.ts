export const TICKET_KINDS = [
  "complaint",
  "legal",
  "billing",
  "bereavement",
  "delivery",
  "question",
  "other",
] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

/** Words by which a kind is known, the gravest kind first: a complaint that names a lawyer is legal. */
const WORDS: readonly (readonly [TicketKind, RegExp])[] = [
  [
    "legal",
    /\b(legal|lawyer|attorney|solicitor|lawsuit|sue|court|gdpr|data protection|regulator|anwalt|avocat)/i,
  ],
  ["bereavement", /\b(bereave|deceased|died|passed away|death|funeral|verstorben)/i],
  [
    "complaint",
    /\b(complain|unhappy|angry|unacceptable|disappointed|terrible|beschwerde|réclamation|queja)/i,
  ],
  ["billing", /\b(billing|bill|invoice|payment|refund|charge|overcharged|rechnung|facture)/i],
  ["delivery", /\b(deliver|shipping|shipment|parcel|courier|tracking|arrived|late|lieferung|livraison)/i],
  ["question", /\b(question|enquiry|inquiry|how do|how to|how can|information|frage)/i],
];

/** The kind of a ticket by the words of its source: a kind that we know, else the gravest that its words speak of. */
export function ticketKind(text: string): TicketKind {
  const plain = text.trim().toLowerCase();
  const known = TICKET_KINDS.find((kind) => kind === plain);
  return known ?? WORDS.find(([, words]) => words.test(text))?.[0] ?? "other";
}
