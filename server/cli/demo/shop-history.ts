import { momentFor } from "@/server/domain/moment";
import { DAY_MS } from "@/server/domain/time";
import type { Random } from "./dice";
import {
  type DemoEvent,
  type DemoTicket,
  orderAt,
  ordersOf,
  ticketsOf,
  type UnnumberedOrder,
  visitOf,
} from "./history";
import { type DemoPerson, demoPeople } from "./people";
import { type DemoSpend, makeUpSpend } from "./spend";

const SEED = 20_260;
const PEOPLE = 5400; // some five thousand of them ordered within the records
const RECORD_DAYS = 425;
const SPEND_WEEKS = 61;
/** Quiet people who come back by themselves in the last months: the holdout has them too. */
const COMES_BACK = 0.06;
/** Visits a year that lead to nothing, while somebody is active. */
const STROLLS_PER_YEAR = 2.5;

export type ConsentWord = { userId: string; state: "granted" | "withdrawn"; at: Date };

export type ShopHistory = {
  people: readonly DemoPerson[];
  /** when each person came: their first order */
  since: ReadonlyMap<string, Date>;
  orders: readonly UnnumberedOrder[];
  events: readonly DemoEvent[];
  tickets: readonly DemoTicket[];
  consents: readonly ConsentWord[];
  spend: readonly DemoSpend[];
  /** what a person would buy next */
  basketFor(email: string, at: Date): UnnumberedOrder | null;
};

/** Fourteen months of a shop that does not exist, up to `today`, oldest first: the same for the same day. */
export function makeUpShop(today: Date): ShopHistory {
  const { random } = momentFor(0, SEED, 1, 0);
  const people = demoPeople(PEOPLE, random);
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const first = daysBefore(today, RECORD_DAYS);
  const orders = people
    .flatMap((person, i) => {
      const own = diceOf(i); // so that a month with more orders of one person changes nobody else
      return [...ordersOf(person, today, own), ...returnOf(person, today, own)];
    })
    .filter(({ at }) => at >= first);
  orders.sort(byTime);
  const since = new Map<string, Date>();
  for (const { userId, at } of orders) if (!since.has(userId)) since.set(userId, at);
  const shoppers = people.filter(({ userId }) => since.has(userId));
  return {
    people: shoppers,
    since,
    orders,
    events: eventsOf(shoppers, orders, today, random),
    tickets: ticketsOf(shoppers, today, random),
    consents: consentsOf(shoppers, since, today),
    spend: makeUpSpend(today, SPEND_WEEKS, random),
    basketFor: (email, at) => {
      const person = byEmail.get(email);
      return person === undefined ? null : orderAt(person, at, random);
    },
  };
}

const diceOf = (person: number): Random => momentFor(0, SEED, person + 2, 0).random;

function returnOf(person: DemoPerson, today: Date, random: Random): UnnumberedOrder[] {
  const { quietDays } = person.habit;
  if (quietDays === null || random() >= COMES_BACK) return [];
  return [orderAt(person, daysBefore(today, 1 + random() * Math.min(90, quietDays - 20)), random)];
}

function eventsOf(
  people: readonly DemoPerson[],
  orders: readonly UnnumberedOrder[],
  today: Date,
  random: Random,
): DemoEvent[] {
  const first = daysBefore(today, RECORD_DAYS);
  const strolls = people.flatMap((person) => {
    const { sinceDays, quietDays } = person.habit;
    const lastDays = (quietDays ?? 0) * (0.3 + random() * 0.7); // who buys no more still looks for a while
    const spanDays = sinceDays - lastDays;
    const visits = Math.round((spanDays / 365) * STROLLS_PER_YEAR * (0.3 + random() * 1.4));
    return Array.from({ length: Math.max(0, visits) }, () =>
      orderAt(person, daysBefore(today, lastDays + random() * spanDays), random),
    ).flatMap((wish) => visitOf(wish, false, random));
  });
  return [...orders.flatMap((order) => visitOf(order, true, random)), ...strolls]
    .filter(({ at }) => at >= first && at < today)
    .sort(byTime);
}

function consentsOf(
  people: readonly DemoPerson[],
  since: ReadonlyMap<string, Date>,
  today: Date,
): ConsentWord[] {
  const words = people.flatMap(({ userId, consent }): ConsentWord[] => {
    const at = since.get(userId);
    if (at === undefined || !consent.given) return [];
    const granted: ConsentWord = { userId, state: "granted", at };
    if (consent.withdrawnAfterDays === null) return [granted];
    const later = new Date(at.getTime() + consent.withdrawnAfterDays * DAY_MS);
    return later < today ? [granted, { userId, state: "withdrawn", at: later }] : [granted];
  });
  return words.sort(byTime);
}

const daysBefore = (today: Date, days: number) => new Date(today.getTime() - days * DAY_MS);
const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
