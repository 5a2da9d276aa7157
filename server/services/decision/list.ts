import { z } from "zod";
import { type Context, may } from "@/server/context";
import { decisionId, VERDICTS } from "@/server/domain/decision";
import { DECISION_SETS, VERDICTS_OF } from "@/server/domain/decision-set";
import { ACTIONS, CHANNELS } from "@/server/domain/goal";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import {
  type DecisionFilter,
  decisionPlaces,
  listDecisions as pageOfDecisions,
} from "@/server/store/decisions-list.sql";
import { customersCalled } from "../customer/list-filter";
import { withNames } from "../customer/with-names";
import { view } from "../verb";
import { decisionKey } from "./decision-key";

const filter = z.object({
  runId: rowId.nullable().default(null),
  campaignId: rowId.nullable().default(null),
  customerId: rowId.nullable().default(null),
  /** words of a name, a whole address, or the company's own customer number */
  person: z.string().trim().max(254).default(""),
  verdict: z.enum(VERDICTS).nullable().default(null),
  /** the decisions behind a figure */
  among: z.enum(DECISION_SETS).nullable().default(null),
  /** a reason's code, such as consent.missing */
  reason: z.string().max(80).nullable().default(null),
  action: z.enum(ACTIONS).nullable().default(null),
  channel: z.enum(CHANNELS).nullable().default(null),
  /** decided as of this instant or later; among those that left: left then or later */
  from: z.date().nullable().default(null),
  /** before this instant */
  to: z.date().nullable().default(null),
});

const input = z.object({
  ...filter.shape,
  /** `next` of the page before, or one of `places`; null: from the newest */
  before: decisionKey.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Decisions, newest run first, with the names of their customers for whoever may read those. `next` asks for the following page; null: the end. */
export const listDecisions = view({ needs: "decision.read", input }, async ({ ctx, input }) => {
  const { before, limit, ...asked } = input;
  const { sql } = ctx.platform.database;
  const rows = await pageOfDecisions(sql, await matchedBy(ctx, asked), { before, limit: limit + 1 });
  const shown = rows.slice(0, limit).map((row) => ({ id: decisionId(row), ...row }));
  const page = await withNames(ctx, shown);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
});

/** Longer lists are counted up to here. */
const MOST = 100_000;

const placesInput = z.object({
  ...filter.shape,
  every: z.number().int().min(10).max(200).default(100),
});

/** How many decisions match (`more`: at least so many), and the place where each whole page ends, for `before`. */
export const listDecisionPlaces = view(
  { needs: "decision.read", input: placesInput },
  async ({ ctx, input: { every, ...asked } }) => {
    const matched = await matchedBy(ctx, asked);
    const { places, ...counted } = await decisionPlaces(ctx.platform.database.sql, matched, {
      every,
      most: MOST,
    });
    return { ...counted, places: places.map(decisionId) };
  },
);

/** Decisions carry a number instead of a person: whoever may not read customers learns no number from a name or an address. */
async function matchedBy(
  ctx: Context,
  { person, customerId, verdict, among, ...others }: z.output<typeof filter>,
): Promise<DecisionFilter> {
  const set = among === null ? null : VERDICTS_OF[among];
  const verdicts = verdict === null ? set : [verdict].filter((one) => set?.includes(one) ?? true);
  const rest = { ...others, verdicts, hasLeft: among === "left" };
  if (person === "") return { ...rest, customerIds: customerId === null ? null : [customerId] };
  if (!may(ctx.actor, "customer.read"))
    throw new Refusal(
      "FORBIDDEN",
      "person: finding people by name or address needs the permission customer.read",
    );
  const called = await customersCalled(ctx.platform, person);
  return { ...rest, customerIds: customerId === null ? called : called.filter((id) => id === customerId) };
}
