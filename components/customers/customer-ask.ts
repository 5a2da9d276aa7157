import type { Ask } from "@/components/api-types";
import { minorOf } from "@/server/domain/money";

export type CustomerAsk = Extract<Ask["customer"]["places"], object>;

/** An address's query, on the server and in the browser. */
type Params = { get: (name: string) => string | null };

export const CUSTOMER_SORT = "-created";

/** When the last order was: the address's word, what it is called, and what it asks for. */
export const LAST_ORDERS = [
  { value: "within-30", label: "In the last 30 days", ask: { maxSilenceDays: 30 } },
  { value: "within-90", label: "In the last 90 days", ask: { maxSilenceDays: 90 } },
  { value: "within-365", label: "In the last year", ask: { maxSilenceDays: 365 } },
  { value: "before-90", label: "More than 90 days ago", ask: { minSilenceDays: 90 } },
  { value: "before-180", label: "More than 180 days ago", ask: { minSilenceDays: 180 } },
  { value: "before-365", label: "More than a year ago", ask: { minSilenceDays: 365 } },
  { value: "never", label: "Never", ask: { ordered: false } },
] as const;

/** What the list is asked for, by the address; words that mean nothing are as if they were not there. */
export function customerAsk(params: Params, currency: string): CustomerAsk {
  const country = params.get("country");
  const sort = params.get("sort") ?? CUSTOMER_SORT;
  return {
    search: params.get("q")?.slice(0, 254) ?? "",
    country: country?.length === 2 ? country : null,
    vip: yesOrNo(params.get("vip")),
    consent: oneOf(["granted", "withdrawn", "none"], params.get("consent")),
    suppressed: yesOrNo(params.get("suppressed")),
    segment: params.get("segment")?.slice(0, 60) || null,
    minSpendMinor: amountIn(params.get("min"), currency),
    maxSpendMinor: amountIn(params.get("max"), currency),
    ...LAST_ORDERS.find(({ value }) => value === params.get("ordered"))?.ask,
    sort: oneOf(["created", "lastOrder", "orders", "spend"], sort.replace(/^-/, "")) ?? "created",
    descending: sort.startsWith("-"),
  };
}

/** Whether something narrows the list. */
export const isNarrowed = ({ sort: _, descending: __, ...filter }: CustomerAsk): boolean =>
  Object.values(filter).some((value) => value !== null && value !== undefined && value !== "");

const yesOrNo = (text: string | null) => (text === "yes" ? true : text === "no" ? false : null);

const oneOf = <const Word extends string>(words: readonly Word[], text: string | null): Word | null =>
  words.find((word) => word === text) ?? null;

function amountIn(text: string | null, currency: string): number | null {
  const amount = Number(text);
  return text && Number.isFinite(amount) && amount >= 0 && amount <= 1e10 ? minorOf(amount, currency) : null;
}
