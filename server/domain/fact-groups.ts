import type { CustomerFacts, FactName } from "./customer-facts";

/** Facts that are asked together because they lie together; the order within a group is the order in which a trace keeps them. */
export const FACT_GROUPS = {
  person: ["country", "timeZone", "language", "vip", "createdMs", "hasEmail"],
  orders: [
    "firstOrderMs",
    "lastOrderMs",
    "orders",
    "orders365",
    "spendMinor",
    "spend365Minor",
    "orderHourUtc",
    "ownCurrencyOrders",
    "foreignOrders365",
  ],
  behaviour: ["lastEventMs", "events30", "eventsPrev30", "visits90", "busiestHourUtc"],
  messages: ["emails7", "emails90", "lastEmailMs", "recentEmailsMs", "opens90", "clicks90", "hardBounces"],
  permission: ["emailConsent", "emailSuppression", "keptOut"],
  tickets: ["openTickets", "openComplaints", "openSensitive"],
} as const satisfies Record<string, readonly FactName[]>;

export type FactGroup = keyof typeof FACT_GROUPS;
export const ALL_FACT_GROUPS = Object.keys(FACT_GROUPS) as FactGroup[];

/** The facts of some groups. */
export type FactsOf<Group extends FactGroup> = Pick<CustomerFacts, (typeof FACT_GROUPS)[Group][number]>;

/** The groups that hold these facts, in the order of the table. */
export const groupsOf = (names: readonly FactName[]): FactGroup[] =>
  ALL_FACT_GROUPS.filter((group) => FACT_GROUPS[group].some((name) => names.includes(name)));
