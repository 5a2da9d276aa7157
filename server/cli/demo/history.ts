import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import { CATALOGUE, type DemoProduct } from "./catalogue";
import type { DemoPerson } from "./people";

export type DemoOrder = {
  ref: string;
  userId: string;
  at: Date;
  lines: { product: DemoProduct; quantity: number }[];
};
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

type Random = () => number;

/** What a person bought between two instants: gaps are exponential around their own rhythm. */
export function ordersOf(person: DemoPerson, today: Date, random: Random): Omit<DemoOrder, "ref">[] {
  const { ordersPerYear, sinceDays, quietDays } = person.habit;
  const end = today.getTime() - (quietDays ?? 0) * DAY_MS;
  const meanGap = (365 / ordersPerYear) * DAY_MS;
  const orders: Omit<DemoOrder, "ref">[] = [];
  for (
    let ms = today.getTime() - sinceDays * DAY_MS;
    ms < end;
    ms += meanGap * (0.35 + exponential(random) * 0.65)
  ) {
    orders.push({ userId: person.userId, at: inTheDay(ms, random), lines: basketOf(person, random) });
  }
  return orders.filter(({ at }) => at < today);
}

/** A basket: mostly things of the favourite category. */
export function basketOf(person: DemoPerson, random: Random): DemoOrder["lines"] {
  const size = Math.max(1, Math.round(person.habit.basket * (0.5 + random())));
  const favourites = CATALOGUE.filter(({ category }) => category === person.habit.favourite);
  const chosen = new Set<DemoProduct>();
  while (chosen.size < size) {
    const shelf = random() < 0.7 && chosen.size < favourites.length ? favourites : CATALOGUE;
    const product = shelf[Math.floor(random() * shelf.length)];
    if (product !== undefined) chosen.add(product);
  }
  return [...chosen].map((product) => ({ product, quantity: random() < 0.8 ? 1 : 2 }));
}

/** Visits: a few around every order, and now and then one that led to nothing. */
export function eventsAround(
  orders: readonly Omit<DemoOrder, "ref">[],
  today: Date,
  random: Random,
): DemoEvent[] {
  return orders
    .flatMap((order) => {
      const looks = 2 + Math.floor(random() * 4);
      return Array.from({ length: looks }, (_, i): DemoEvent => {
        const minutes = (looks - i) * (2 + random() * 9);
        const before = random() < 0.3 ? random() * 6 * DAY_MS : 0;
        const line = order.lines[i % order.lines.length];
        return {
          userId: order.userId,
          at: new Date(order.at.getTime() - minutes * MINUTE_MS - before),
          type: i % 2 === 0 ? "page" : "track",
          name: i % 2 === 0 ? "Product" : "Product Viewed",
          sku: line?.product.sku ?? "",
        };
      });
    })
    .filter(({ at }) => at < today);
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

/** One person in ten has written; most of it is settled. */
export function ticketsOf(people: readonly DemoPerson[], today: Date, random: Random): DemoTicket[] {
  return people
    .filter(() => random() < 0.1)
    .map(({ userId }, i) => {
      const at = new Date(today.getTime() - (3 + random() * 90) * DAY_MS);
      const ticket = TICKETS[Math.floor(random() ** 1.6 * TICKETS.length)] ?? TICKETS[0];
      const closedAt = random() < 0.65 ? new Date(at.getTime() + (4 + random() * 44) * HOUR_MS) : null;
      return { ref: `T${2001 + i}`, userId, at, closedAt, ...ticket };
    });
}

const exponential = (random: Random) => -Math.log(1 - random());

/** The same day between 13:00 and 03:00 UTC: from breakfast to bedtime in America. */
const inTheDay = (ms: number, random: Random) =>
  new Date(Math.floor(ms / DAY_MS) * DAY_MS + 13 * HOUR_MS + random() * 14 * HOUR_MS);
