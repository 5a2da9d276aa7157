import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { CATALOGUE, type DemoProduct } from "./catalogue";
import { exponential, pick, type Random } from "./dice";
import type { DemoPerson } from "./people";

export type DemoOrder = {
  ref: string;
  userId: string;
  at: Date;
  lines: { product: DemoProduct; quantity: number }[];
  /** the code of an offer, where the mail that led here carried one, and what it took off */
  offerCode: string | null;
  discount: number;
};
export type UnnumberedOrder = Omit<DemoOrder, "ref">;
export type DemoEvent = { userId: string; at: Date; type: "page" | "track"; name: string; sku: string };
export type DemoTicket = {
  ref: string;
  userId: string;
  at: Date;
  closedAt: Date | null;
  kind: string;
  subject: string;
  text: string;
};

/** How busy the shop is from January to December: presents at the end of the year, pots in spring. */
const SEASON = [0.92, 0.94, 0.98, 1.03, 1.04, 0.98, 0.95, 0.95, 0.98, 1.02, 1.08, 1.14];
const seasonAt = (ms: number) => SEASON[new Date(ms).getUTCMonth()] ?? 1;

/** What a person bought by themselves up to today: gaps are exponential around their own rhythm, shorter in a good season. */
export function ordersOf(person: DemoPerson, today: Date, random: Random): UnnumberedOrder[] {
  const { ordersPerYear, sinceDays, quietDays } = person.habit;
  const end = today.getTime() - (quietDays ?? 0) * DAY_MS;
  const meanGapMs = (365 / ordersPerYear) * DAY_MS;
  const orders: UnnumberedOrder[] = [];
  let ms = today.getTime() - sinceDays * DAY_MS;
  while (ms < end) {
    orders.push(orderAt(person, inTheDay(ms, random), random));
    ms += (meanGapMs * (0.12 + exponential(random) * 0.88)) / seasonAt(ms);
  }
  return orders.filter(({ at }) => at < today);
}

export const orderAt = (person: DemoPerson, at: Date, random: Random): UnnumberedOrder => ({
  userId: person.userId,
  at,
  lines: basketOf(person, random),
  offerCode: null,
  discount: 0,
});

const SHELVES = new Map<string, readonly DemoProduct[]>();
for (const product of CATALOGUE)
  SHELVES.set(product.category, [...(SHELVES.get(product.category) ?? []), product]);

/** A basket: mostly things of the favourite category. */
function basketOf(person: DemoPerson, random: Random): DemoOrder["lines"] {
  const size = Math.max(1, Math.round(person.habit.basket * (0.5 + random())));
  const favourites = SHELVES.get(person.habit.favourite) ?? CATALOGUE;
  const chosen = new Set<DemoProduct>();
  while (chosen.size < size) chosen.add(pick(random() < 0.7 ? favourites : CATALOGUE, random));
  return [...chosen].map((product) => ({ product, quantity: random() < 0.85 ? 1 : 2 }));
}

/** The visit that led to a basket: pages and things looked at, the cart, and the checkout where it was bought. */
export function visitOf(order: UnnumberedOrder, bought: boolean, random: Random): DemoEvent[] {
  const { userId, lines } = order;
  const looks = 2 + Math.floor(random() * 2);
  const at = (minutesBefore: number) => new Date(order.at.getTime() - minutesBefore * MINUTE_MS);
  const events = Array.from({ length: looks }, (_, i): DemoEvent => {
    const before = random() < 0.3 ? random() * 6 * 24 * 60 : 0;
    const { sku = "", name = "" } = lines[i % lines.length]?.product ?? {};
    const isPage = i % 2 === 0;
    const minutes = (looks - i) * (2 + random() * 9) + 3 + before;
    return {
      userId,
      at: at(minutes),
      type: isPage ? "page" : "track",
      name: isPage ? name : "Product Viewed",
      sku,
    };
  });
  const sku = lines[0]?.product.sku ?? "";
  if (bought || random() < 0.35)
    events.push({ userId, at: at(2.5), type: "track", name: "Product Added", sku });
  if (bought) events.push({ userId, at: at(1), type: "track", name: "Checkout Started", sku });
  return events;
}

const TICKETS = [
  { kind: "question", subject: "Care instructions", text: "Can the linen go into the dryer?" },
  { kind: "delivery", subject: "Parcel is late", text: "The tracking has not moved for a week." },
  { kind: "complaint", subject: "Chipped on arrival", text: "Two of the four plates were chipped." },
  { kind: "billing", subject: "Charged twice", text: "My card shows the same amount two times." },
  {
    kind: "legal",
    subject: "Letter from my solicitor",
    text: "Please answer the letter of last week in writing.",
  },
] as const;

/** One person in twelve has written; most of it is settled. */
export function ticketsOf(people: readonly DemoPerson[], today: Date, random: Random): DemoTicket[] {
  return people
    .filter(() => random() < 0.08)
    .map((person, i) => {
      const spanDays = Math.max(1, Math.min(180, person.habit.sinceDays - 1));
      const at = new Date(today.getTime() - (0.5 + random() * spanDays) * DAY_MS);
      const ticket = TICKETS[Math.floor(random() ** 1.6 * TICKETS.length)] ?? TICKETS[0];
      const closedAt = random() < 0.88 ? new Date(at.getTime() + (4 + random() * 60) * HOUR_MS) : null;
      return { ref: `T${2001 + i}`, userId: person.userId, at, closedAt, ...ticket };
    });
}

/** The same day between 13:00 and 03:00 UTC: from breakfast to bedtime in America. */
const inTheDay = (ms: number, random: Random) =>
  new Date(Math.floor(ms / DAY_MS) * DAY_MS + 13 * HOUR_MS + random() * 14 * HOUR_MS);
