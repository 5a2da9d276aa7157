import { z } from "zod";
import { indexNames as indexSome } from "@/server/store/person-names.sql";
import { job } from "../verb";

const input = z.object({ limit: z.number().int().min(1).max(10_000) });

/** Makes people findable by name who were written before names were indexed; `done`: nobody is left but who is being written. */
export const indexNames = job({ input }, async ({ ctx: { platform }, input: { limit } }) => {
  const people = await platform.database.bulk(({ sql }) => indexSome(sql, platform.vault, limit));
  return { people, done: people < limit };
});
