import type { CustomerFacts, FactName } from "./customer-facts";

type Unfilled = { -readonly [Name in FactName]: CustomerFacts[Name] | undefined };

/**
 * The facts of one customer, filled group by group as nodes ask for them; undefined: not asked for yet. A class, so that
 * all sheets share one shape: merging objects of thirty fields costs more than deciding.
 */
export class FactSheet implements Unfilled {
  country: Unfilled["country"] = undefined;
  timeZone: Unfilled["timeZone"] = undefined;
  language: Unfilled["language"] = undefined;
  vip: Unfilled["vip"] = undefined;
  createdMs: Unfilled["createdMs"] = undefined;
  hasEmail: Unfilled["hasEmail"] = undefined;
  firstOrderMs: Unfilled["firstOrderMs"] = undefined;
  lastOrderMs: Unfilled["lastOrderMs"] = undefined;
  orders: Unfilled["orders"] = undefined;
  orders365: Unfilled["orders365"] = undefined;
  spendMinor: Unfilled["spendMinor"] = undefined;
  spend365Minor: Unfilled["spend365Minor"] = undefined;
  orderHourUtc: Unfilled["orderHourUtc"] = undefined;
  ownCurrencyOrders: Unfilled["ownCurrencyOrders"] = undefined;
  foreignOrders365: Unfilled["foreignOrders365"] = undefined;
  lastEventMs: Unfilled["lastEventMs"] = undefined;
  events30: Unfilled["events30"] = undefined;
  eventsPrev30: Unfilled["eventsPrev30"] = undefined;
  visits90: Unfilled["visits90"] = undefined;
  busiestHourUtc: Unfilled["busiestHourUtc"] = undefined;
  emails7: Unfilled["emails7"] = undefined;
  emails90: Unfilled["emails90"] = undefined;
  lastEmailMs: Unfilled["lastEmailMs"] = undefined;
  recentEmailsMs: Unfilled["recentEmailsMs"] = undefined;
  opens90: Unfilled["opens90"] = undefined;
  clicks90: Unfilled["clicks90"] = undefined;
  hardBounces: Unfilled["hardBounces"] = undefined;
  emailConsent: Unfilled["emailConsent"] = undefined;
  emailSuppression: Unfilled["emailSuppression"] = undefined;
  keptOut: Unfilled["keptOut"] = undefined;
  openTickets: Unfilled["openTickets"] = undefined;
  openComplaints: Unfilled["openComplaints"] = undefined;
  openSensitive: Unfilled["openSensitive"] = undefined;

  /** Takes over facts by name. */
  fill(names: readonly FactName[], from: Readonly<Record<string, unknown>>): void {
    const open = this as Record<FactName, unknown>;
    for (const name of names) open[name] = from[name];
  }
}
