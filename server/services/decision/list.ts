import { z } from "zod";
import { decisionId, VERDICTS } from "@/server/domain/decision";
import { rowId } from "@/server/domain/row-id";
import { listDecisions as pageOfDecisions } from "@/server/store/decisions";
import { view } from "../verb";
import { decisionKey } from "./decision-key";

const input = z.object({
  runId: rowId.nullable().default(null),
  campaignId: rowId.nullable().default(null),
  customerId: rowId.nullable().default(null),
  verdict: z.enum(VERDICTS).nullable().default(null),
  /** a reason's code, such as consent.missing */
  reason: z.string().max(80).nullable().default(null),
  /** `next` of the page before; null: from the newest */
  before: decisionKey.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Decisions, newest run first. `next` asks for the following page; null: the end. */
export const listDecisions = view({ needs: "decision.read", input }, async ({ ctx, input }) => {
  const { before, limit, ...filter } = input;
  const rows = await pageOfDecisions(ctx.platform.database.sql, filter, { before, limit: limit + 1 });
  const page = rows.slice(0, limit).map((row) => ({ id: decisionId(row), ...row }));
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
});
