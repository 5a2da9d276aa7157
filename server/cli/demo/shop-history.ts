import { momentFor } from "@/server/domain/moment";
import { DAY_MS } from "@/server/domain/time";
import {
  basketOf,
  type DemoEvent,
  type DemoOrder,
  type DemoTicket,
  eventsAround,
  ordersOf,
  ticketsOf,
} from "./history";
import { type DemoPerson, demoPeople } from "./people";

const PEOPLE = 420;
/** Quiet people who come back by themselves: the holdout has them too. */
const COMES_BACK = 0.06;
/** Quiet people who still look around now and then. */
const LOOKS_AROUND = 0.55;

export type ShopHistory = {
  people: readonly DemoPerson[];
  /** without numbers, oldest first */
  orders: readonly Omit<DemoOrder, "ref">[];
  events: readonly DemoEvent[];
  tickets: readonly DemoTicket[];
  /** what a person would buy next */
  basketFor(email: string, at: Date): Omit<DemoOrder, "ref"> | null;
};

/** A year of a shop that does not exist, up to `today`: the same for the same day. */
export function makeUpShop(today: Date): ShopHistory {
  const { random } = momentFor(0, 20_260, 1, 0);
  const people = demoPeople(PEOPLE, random);
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const orders = people.flatMap((person) => [
    ...ordersOf(person, today, random),
    ...(person.habit.quietDays !== null && random() < COMES_BACK
      ? [{ userId: person.userId, at: daysBefore(today, random() * 33), lines: basketOf(person, random) }]
      : []),
  ]);
  const strolls = people
    .filter(({ habit }) => habit.quietDays !== null && random() < LOOKS_AROUND)
    .flatMap((person) =>
      eventsAround(
        [
          {
            userId: person.userId,
            at: daysBefore(today, 36 + random() * 45),
            lines: basketOf(person, random),
          },
        ],
        today,
        random,
      ),
    );
  return {
    people,
    orders: orders.sort(byTime),
    events: [...eventsAround(orders, today, random), ...strolls].sort(byTime),
    tickets: ticketsOf(people, today, random),
    basketFor: (email, at) => {
      const person = byEmail.get(email);
      return person === undefined ? null : { userId: person.userId, at, lines: basketOf(person, random) };
    },
  };
}

const daysBefore = (today: Date, days: number) => new Date(today.getTime() - days * DAY_MS);
const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
