import { formatInstant, formatMoney, formatNumber } from "@/components/ui/format";
import type { FactName } from "@/server/domain/customer-facts";

const TITLES: Partial<Record<FactName, string>> = {
  country: "country",
  timeZone: "time zone",
  language: "language",
  vip: "VIP",
  createdMs: "customer since",
  hasEmail: "has an address",
  firstOrderMs: "first order",
  lastOrderMs: "last order",
  orders: "orders",
  orders365: "orders in 365 days",
  spendMinor: "spent",
  spend365Minor: "spent in 365 days",
  ownCurrencyOrders: "orders in the company's currency",
  foreignOrders365: "orders in other currencies in 365 days",
  lastEventMs: "last visit",
  events30: "events in 30 days",
  eventsPrev30: "events in the 30 days before",
  visits90: "visits in 90 days",
  emails7: "emails in 7 days",
  emails90: "emails in 90 days",
  lastEmailMs: "last email",
  recentEmailsMs: "emails in 60 days",
  opens90: "opens in 90 days",
  clicks90: "clicks in 90 days",
  hardBounces: "hard bounces",
  emailConsent: "consent",
  emailSuppression: "suppressed",
  keptOut: "kept out by a person",
  openTickets: "open tickets",
  openComplaints: "open complaints",
  openSensitive: "open legal or sensitive tickets",
};

type Place = { currency: string; timeZone: string };

/** A fact in words: `spent in 365 days $847.00`. An unknown name is shown as it is. */
export function factWords(name: string, value: unknown, place: Place): string {
  const title = (TITLES as Readonly<Record<string, string>>)[name] ?? name;
  return `${title} ${valueWords(name, value, place)}`;
}

function valueWords(name: string, value: unknown, { currency, timeZone }: Place): string {
  if (value === null || value === undefined) return name === "emailSuppression" ? "no" : "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return String(value.length);
  if (typeof value !== "number") return String(value);
  if (name.endsWith("Minor")) return formatMoney(value, currency);
  if (name.endsWith("Ms")) return formatInstant(value, timeZone, "date");
  return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
}
