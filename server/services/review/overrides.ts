import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { countOverrides, listOverrides } from "@/server/store/review-overrides";
import { settingInForce } from "@/server/store/settings";
import { withNames } from "../customer/with-names";
import { view } from "../verb";

const input = z.object({
  from: z.date(),
  to: z.date(),
  campaignId: rowId.nullable().default(null),
  after: z.object({ at: z.date(), id: rowId }).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Where people did not follow the machine in a period: how often, why, and what came of each. */
export const reviewOverrides = view({ needs: "review.read", input }, async ({ ctx, input: filter }) => {
  const { sql } = ctx.platform.database;
  const { conversionDays } = (await settingInForce(sql, "configuration")).body.attribution;
  const [totals, found] = await Promise.all([
    countOverrides(sql, filter),
    listOverrides(sql, { ...filter, conversionDays: Math.ceil(conversionDays), limit: filter.limit + 1 }),
  ]);
  const page = found.slice(0, filter.limit);
  const last = found.length > page.length ? page.at(-1) : undefined;
  return {
    totals,
    rows: await withNames(ctx, page),
    next: last === undefined ? null : { at: last.decidedAt, id: last.id },
  };
});
