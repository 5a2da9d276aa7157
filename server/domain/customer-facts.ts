/**
 * What SQL knows of a customer as of a run's `now`: aggregated, unjudged.
 * Instants are epoch milliseconds, money is minor units in the company's currency, `null` means unknown or never.
 */
export type CustomerFacts = {
  country: string | null;
  timeZone: string | null;
  language: string | null;
  vip: boolean;
  createdMs: number;

  firstOrderMs: number | null;
  lastOrderMs: number | null;
  orders: number;
  orders365: number;
  spendMinor: number;
  spend365Minor: number;
  /** orders in the company's currency: those that `spendMinor` is made of */
  ownCurrencyOrders: number;
  /** orders of the last 365 days in another currency: what they are worth in the company's is unknown */
  foreignOrders365: number;
  /** hour of day (UTC) with most orders; the earliest of equals; null without any */
  orderHourUtc: number | null;

  /** within the last 365 days, as is the busiest hour */
  lastEventMs: number | null;
  /** events in the last 30 days, and in the 30 days before those */
  events30: number;
  eventsPrev30: number;
  /** 24-hour periods with at least one event, of the last 90 */
  visits90: number;
  /** hour of day (UTC) with most events; the earliest of equals; null without any */
  busiestHourUtc: number | null;

  /** messages claimed or sent: marketing emails in the last 7 × 24 hours, and in the last 90 days */
  emails7: number;
  emails90: number;
  lastEmailMs: number | null;
  /** instants of the emails of the last 60 days, oldest first: a cap with any window can be checked and replayed */
  recentEmailsMs: readonly number[];
  /** people's own, machines left out */
  opens90: number;
  clicks90: number;
  hardBounces: number;

  hasEmail: boolean;
  emailConsent: "granted" | "withdrawn" | null;
  emailSuppression: string | null;
  /** a person of the company keeps them out of all campaigns */
  keptOut: boolean;

  openTickets: number;
  /** open tickets of the kinds complaint, billing, delivery */
  openComplaints: number;
  /** open tickets of the kinds legal, bereavement */
  openSensitive: number;
};

export type FactName = keyof CustomerFacts;

/** The facts that have been asked for so far; undefined: not this one. */
export type KnownFacts = { readonly [Name in FactName]?: CustomerFacts[Name] | undefined };
