import { z } from "zod";
import { segmentOfKey } from "@/server/domain/segment-tally";
import { loadFacts } from "@/server/store/facts.sql";
import { readPeople } from "@/server/store/people";
import { newestCount, sampleAt } from "@/server/store/segments.sql";
import { view } from "../verb";
import { segmentKeyInput } from "./get";

/** A few people of a segment, drawn by a hash at the newest count, with what they bought up to now. */
export const sampleSegment = view(
  { needs: "customer.read", input: z.object({ key: segmentKeyInput }) },
  async ({ ctx, now, input: { key } }) => {
    const { database, vault } = ctx.platform;
    const { sql } = database;
    const newest = await newestCount(sql);
    if (newest === null) return { rows: [] };
    const { segmentation, segment } = segmentOfKey(key);
    const ids = await sampleAt(sql, newest.day, segmentation, segment);
    const [people, facts] = await Promise.all([readPeople(sql, vault, ids), loadFacts(sql, ids, now)]);
    return {
      rows: ids.flatMap((id) => {
        const known = facts.get(id);
        if (known === undefined) return [];
        const { firstName = null, lastName = null, email = null } = people.get(id) ?? {};
        const { orders, spend365Minor, lastOrderMs, country, vip } = known;
        return [{ id, firstName, lastName, email, orders, spend365Minor, lastOrderMs, country, vip }];
      }),
    };
  },
);
