import { z } from "zod";
import { OUTBOX_STATES } from "@/server/domain/review";
import { rowId } from "@/server/domain/row-id";
import { listOutbox, OUTBOX_SORTS, outboxCounts } from "@/server/store/outbox";
import { view } from "../verb";

const input = z
  .object({
    states: z.array(z.enum(OUTBOX_STATES)).max(6).default([]),
    campaignId: rowId.nullable().default(null),
    runId: rowId.nullable().default(null),
    customerId: rowId.nullable().default(null),
    sort: z.enum(OUTBOX_SORTS).default("id"),
    descending: z.boolean().default(true),
    limit: z.number().int().min(1).max(200).default(50),
    offset: z.number().int().min(0).max(1_000_000).default(0),
  })
  .prefault({});

/** Messages of the outbox, newest first by default, with how many stand in each state (of one campaign, where one is named). */
export const listMessages = view({ needs: "decision.read", input }, async ({ ctx, input: page }) => {
  const { sql } = ctx.platform.database;
  const [{ rows, total }, counts] = await Promise.all([
    listOutbox(sql, page),
    outboxCounts(sql, page.campaignId),
  ]);
  return { rows, total, counts };
});
