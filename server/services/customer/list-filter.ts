import { z } from "zod";
import { readEmail } from "@/server/domain/intake/email";
import type { Platform } from "@/server/platform";
import { customerIdsOf } from "@/server/store/customers.sql";
import { CUSTOMER_SORTS, type CustomerFilter } from "@/server/store/customers-list.sql";
import { customersByName } from "@/server/store/person-names.sql";

const days = z.number().int().min(0).max(36_500).nullable().default(null);
const minor = z.number().int().min(0).max(1e13).nullable().default(null);

/** What narrows the list of customers. */
export const customerFilter = z.object({
  /** words that names begin with, or a whole address or number: of what is stored sealed, parts cannot be found */
  search: z.string().trim().max(254).default(""),
  country: z.string().length(2).nullable().default(null),
  vip: z.boolean().nullable().default(null),
  /** of marketing email */
  consent: z.enum(["granted", "withdrawn", "none"]).nullable().default(null),
  suppressed: z.boolean().nullable().default(null),
  /** whether they ever bought */
  ordered: z.boolean().nullable().default(null),
  /** since the last order, for those who bought */
  minSilenceDays: days,
  maxSilenceDays: days,
  minSpendMinor: minor,
  maxSpendMinor: minor,
  /** where the newest decision about them put them */
  segment: z.string().max(60).nullable().default(null),
});

export const customerOrder = z.object({
  sort: z.enum(CUSTOMER_SORTS).default("created"),
  descending: z.boolean().default(true),
});

/** The filter as rows are matched with: what is searched for becomes the customers who go by it. */
export async function matchedBy(
  platform: Platform,
  { search, ...filter }: z.output<typeof customerFilter>,
): Promise<CustomerFilter> {
  return { ...filter, ids: search === "" ? null : await customersCalled(platform, search) };
}

/** Who goes by a text: as an address, as the company's number, as ours, or by words that their name's words begin with. */
export async function customersCalled({ database, vault }: Platform, search: string): Promise<number[]> {
  const { sql } = database;
  const email = readEmail(search);
  const [byNumber, byEmail, byName] = await Promise.all([
    customerIdsOf(sql, vault, "user", [search]),
    email.ok ? customerIdsOf(sql, vault, "email", [email.value]) : new Map<string, number>(),
    email.ok ? [] : customersByName(sql, vault, search),
  ]);
  const ours = byNumber.size === 0 ? /^#?(\d{1,9})$/.exec(search)?.[1] : undefined;
  const byOurs = ours === undefined ? [] : [Number(ours)];
  return [...new Set([...byNumber.values(), ...byEmail.values(), ...byOurs, ...byName])];
}
