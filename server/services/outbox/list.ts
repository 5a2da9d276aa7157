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
    page: z.number().int().min(1).max(10_000).default(1),
    pageSize: z.number().int().min(1).max(100).default(25),
  })
  .prefault({});

/** Messages of the outbox, newest first by default, with how many stand in each state (of one campaign, where one is named). */
export const listMessages = view(
  { needs: "decision.read", input },
  async ({ ctx, input: { page, pageSize, ...rest } }) => {
    const { sql } = ctx.platform.database;
    const [{ rows, total }, counts] = await Promise.all([
      listOutbox(sql, { ...rest, limit: pageSize, offset: (page - 1) * pageSize }),
      outboxCounts(sql, rest.campaignId),
    ]);
    return { rows, total, counts };
  },
);
