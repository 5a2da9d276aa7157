import { z } from "zod";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { readEmail } from "@/server/domain/intake/email";
import type { Person } from "@/server/domain/person";
import type { Platform } from "@/server/platform";
import { customerIdsOf } from "@/server/store/customers.sql";
import { CUSTOMER_SORTS, customerCountries, listCustomerIds } from "@/server/store/customers-list.sql";
import { loadFacts } from "@/server/store/facts.sql";
import { readPeople } from "@/server/store/people";
import { view } from "../verb";
import { listPlace } from "./place";

const input = z
  .object({
    /** a whole address or the company's own customer number: they are stored sealed, parts of them cannot be found */
    search: z.string().trim().max(254).default(""),
    country: z.string().length(2).nullable().default(null),
    vip: z.boolean().nullable().default(null),
    /** of marketing email */
    consent: z.enum(["granted", "withdrawn", "none"]).nullable().default(null),
    sort: z.enum(CUSTOMER_SORTS).default("created"),
    descending: z.boolean().default(true),
    /** `next` of the page before; null: from the beginning */
    after: listPlace.nullable().default(null),
    limit: z.number().int().min(1).max(100).default(25),
  })
  .prefault({});

/**
 * A page of customers with what they bought and whether they may be written to. `name` is their name, else their
 * address; null where neither is known. `next` asks for the following page; null: the end.
 */
export const listCustomers = view({ needs: "customer.read", input }, async ({ ctx, now, input }) => {
  const { search, sort, descending, after, limit, ...filter } = input;
  const { database, vault } = ctx.platform;
  const { sql } = database;
  const ids = search === "" ? null : await found(ctx.platform, search);
  const page = { sort, descending, after, limit: limit + 1 };
  const places = await listCustomerIds(sql, now, { ...filter, ids }, page);
  const shown = places.slice(0, limit);
  const numbers = shown.map(({ id }) => id);
  const [facts, people] = await Promise.all([loadFacts(sql, numbers, now), readPeople(sql, vault, numbers)]);
  const rows = numbers.flatMap((id) => {
    const known = facts.get(id);
    return known === undefined ? [] : [rowOf(id, known, people.get(id))];
  });
  const last = shown.at(-1);
  return { rows, next: places.length > limit && last ? `${last.value}:${last.id}` : null };
});

/** Who goes by a text: as an address, as the company's number, or as ours. */
async function found({ database, vault }: Platform, search: string): Promise<number[]> {
  const email = readEmail(search);
  const [byNumber, byEmail] = await Promise.all([
    customerIdsOf(database.sql, vault, "user", [search]),
    email.ok ? customerIdsOf(database.sql, vault, "email", [email.value]) : new Map<string, number>(),
  ]);
  const ours = /^#\d{1,9}$/.test(search) ? [Number(search.slice(1))] : [];
  return [...new Set([...byNumber.values(), ...byEmail.values(), ...ours])];
}

function rowOf(id: number, facts: CustomerFacts, person: Person | undefined) {
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

/** The countries that customers live in, for the filter. */
export const listCountries = view(
  { needs: "customer.read", input: z.object({}).prefault({}) },
  async ({ ctx }) => ({ countries: await customerCountries(ctx.platform.database.sql) }),
);
