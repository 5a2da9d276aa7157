import { z } from "zod";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import type { Person } from "@/server/domain/person";
import { customerCountries, customerPlaces, listCustomerIds } from "@/server/store/customers-list.sql";
import { loadSomeFacts } from "@/server/store/facts.sql";
import { readPeople } from "@/server/store/people";
import { view } from "../verb";
import { customerFilter, customerOrder, matchedBy } from "./list-filter";
import { listPlace } from "./place";

const SHOWN = [
  "country",
  "vip",
  "createdMs",
  "orders",
  "spendMinor",
  "lastOrderMs",
  "emailConsent",
  "emailSuppression",
] as const;

const input = z
  .object({
    ...customerFilter.shape,
    ...customerOrder.shape,
    /** `next` of the page before, or one of `places`; null: from the beginning */
    after: listPlace.nullable().default(null),
    limit: z.number().int().min(1).max(500).default(25),
  })
  .prefault({});

/**
 * A page of customers with what they bought and whether they may be written to. `name` is their name, else their
 * address; null where neither is known. `next` asks for the following page; null: the end.
 */
export const listCustomers = view({ needs: "customer.read", input }, async ({ ctx, now, input }) => {
  const { sort, descending, after, limit, ...filter } = input;
  const { database, vault } = ctx.platform;
  const { sql } = database;
  const page = { sort, descending, after, limit: limit + 1 };
  const found = await listCustomerIds(sql, now, await matchedBy(ctx.platform, filter), page);
  const shown = found.slice(0, limit);
  const numbers = shown.map(({ id }) => id);
  const [facts, people] = await Promise.all([
    loadSomeFacts(sql, numbers, now, SHOWN),
    readPeople(sql, vault, numbers),
  ]);
  const rows = numbers.flatMap((id) => {
    const known = facts.get(id);
    return known === undefined ? [] : [rowOf(id, known, people.get(id))];
  });
  const last = shown.at(-1);
  return { rows, next: found.length > limit && last ? placeText(last) : null };
});

function rowOf(id: number, facts: Pick<CustomerFacts, (typeof SHOWN)[number]>, person: Person | undefined) {
  return {
    id,
    name: nameIn(person),
    country: facts.country,
    vip: facts.vip,
    emailConsent: facts.emailConsent,
    suppression: facts.emailSuppression,
    orders: facts.orders,
    spendMinor: facts.spendMinor,
    lastOrderAt: facts.lastOrderMs === null ? null : new Date(facts.lastOrderMs),
    createdAt: new Date(facts.createdMs),
  };
}

function nameIn(person: Person | undefined): string | null {
  const name = [person?.firstName, person?.lastName].filter((part) => part).join(" ");
  return name || (person?.email ?? null);
}

const placeText = ({ value, id }: { value: number; id: number }) => `${value}:${id}`;

/** Longer lists are counted up to here. */
const MOST = 250_000;

const placesInput = z
  .object({
    ...customerFilter.shape,
    ...customerOrder.shape,
    every: z.number().int().min(10).max(500).default(100),
  })
  .prefault({});

/** How many customers match (`more`: at least so many), and the place where each whole page ends, for `after`. */
export const listCustomerPlaces = view(
  { needs: "customer.read", input: placesInput },
  async ({ ctx, now, input: { sort, descending, every, ...filter } }) => {
    const { places, ...counted } = await customerPlaces(
      ctx.platform.database.sql,
      now,
      await matchedBy(ctx.platform, filter),
      { sort, descending },
      { every, most: MOST },
    );
    return { ...counted, places: places.map(placeText) };
  },
);

/** The countries that customers live in, for the filter. */
export const listCountries = view(
  { needs: "customer.read", input: z.object({}).prefault({}) },
  async ({ ctx }) => ({ countries: await customerCountries(ctx.platform.database.sql) }),
);
