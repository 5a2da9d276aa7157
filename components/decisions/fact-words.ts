import { formatInstant, formatMoney, formatNumber } from "@/components/ui/format";
import type { FactName } from "@/server/domain/customer-facts";

const TITLES: Partial<Record<FactName, string>> = {
  country: "country",
  timeZone: "time zone",
  language: "language",
  createdMs: "customer since",
  firstOrderMs: "first order",
  lastOrderMs: "last order",
  spendMinor: "spent",
  spend365Minor: "spent in 365 days",
  lastEventMs: "last visit",
  lastEmailMs: "last email",
  emailConsent: "consent",
};

/** What is counted, one of it, and within what. */
const COUNTED: Partial<Record<FactName, readonly [one: string, within?: string]>> = {
  orders: ["order"],
  orders365: ["order", "in 365 days"],
  ownCurrencyOrders: ["order", "in the company's currency"],
  foreignOrders365: ["order", "in other currencies in 365 days"],
  events30: ["event", "in 30 days"],
  eventsPrev30: ["event", "in the 30 days before"],
  visits90: ["visit", "in 90 days"],
  emails7: ["email", "in 7 days"],
  emails90: ["email", "in 90 days"],
  recentEmailsMs: ["email", "in 60 days"],
  opens90: ["open", "in 90 days"],
  clicks90: ["click", "in 90 days"],
  hardBounces: ["hard bounce"],
  openTickets: ["open ticket"],
  openComplaints: ["open complaint"],
  openSensitive: ["open legal or sensitive ticket"],
};

const YES_OR_NO: Partial<Record<FactName, readonly [yes: string, no: string]>> = {
  vip: ["VIP", "not VIP"],
  hasEmail: ["has an email address", "has no email address"],
  keptOut: ["kept out by a person", "nobody keeps them out"],
};

type Place = { currency: string; timeZone: string };

/** A fact in words: `spent in 365 days $847.00`, `1 open ticket`, `not VIP`. An unknown name is shown as it is. */
export function factWords(name: string, value: unknown, place: Place): string {
  const fact = name as FactName; // another name is in none of the tables
  if (fact === "emailSuppression") return suppressionWords(value);
  const pair = YES_OR_NO[fact];
  if (pair !== undefined && typeof value === "boolean") return pair[value ? 0 : 1];
  const counted = COUNTED[fact];
  const count = Array.isArray(value) ? value.length : value;
  if (counted !== undefined && typeof count === "number") return countWords(count, ...counted);
  const title = TITLES[fact] ?? (counted === undefined ? name : manyOf(...counted));
  return `${title} ${valueWords(name, value, place)}`;
}

const suppressionWords = (reason: unknown): string =>
  typeof reason === "string" ? `on the suppression list: ${reason}` : "not on the suppression list";

const manyOf = (one: string, within?: string): string =>
  within === undefined ? `${one}s` : `${one}s ${within}`;

function countWords(count: number, one: string, within?: string): string {
  if (count === 1) return within === undefined ? `1 ${one}` : `1 ${one} ${within}`;
  return `${count === 0 ? "no" : formatNumber(count, { digits: 0 })} ${manyOf(one, within)}`;
}

function valueWords(name: string, value: unknown, { currency, timeZone }: Place): string {
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return String(value);
  if (name.endsWith("Minor")) return formatMoney(value, currency);
  if (name.endsWith("Ms")) return formatInstant(value, timeZone, "date");
  return formatNumber(value, { digits: Number.isInteger(value) ? 0 : 2 });
}
