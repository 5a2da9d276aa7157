import { z } from "zod";
import { type Context, may } from "@/server/context";
import { decisionId, VERDICTS } from "@/server/domain/decision";
import { DECISION_SETS, SET_MEANINGS } from "@/server/domain/decision-set";
import { figuresScope } from "@/server/domain/figures-scope";
import { ACTIONS, CHANNELS } from "@/server/domain/goal";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { decisionSums, followedOf } from "@/server/store/decisions-followed.sql";
import {
  type DecisionFilter,
  decisionPlaces,
  type ListedDecision,
  listDecisions as pageOfDecisions,
} from "@/server/store/decisions-list.sql";
import { settingInForce } from "@/server/store/settings";
import { customersCalled } from "../customer/list-filter";
import { withNames } from "../customer/with-names";
import { armsQuery } from "../figures/arms-query";
import { scopeOf } from "../figures/scope";
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
  /** decided as of this instant or later; among some sets another instant counts (decision-set) */
  from: z.date().nullable().default(null),
  /** before this instant */
  to: z.date().nullable().default(null),
});

type Asked = z.output<typeof filter>;

const input = z.object({
  ...filter.shape,
  /** `next` of the page before, or one of `places`; null: from the newest */
  before: decisionKey.nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Decisions, newest run first, with the names of their customers for whoever may read those. `next` asks for the following page; null: the end. */
export const listDecisions = view({ needs: "decision.read", input }, async ({ ctx, now, input }) => {
  const { before, limit, ...asked } = input;
  const { sql } = ctx.platform.database;
  const rows = await pageOfDecisions(sql, await matchedBy(ctx, now, asked), { before, limit: limit + 1 });
  const page = await withNames(ctx, await withFollowed(sql, rows.slice(0, limit)));
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
});

/** Each row with what followed its message; null where none left. */
async function withFollowed(sql: Sql, rows: readonly ListedDecision[]) {
  const { body } = await settingInForce(sql, "configuration");
  const followed = new Map(
    (await followedOf(sql, rows, body.attribution)).map(({ runId, customerId, ...rest }) => [
      decisionId({ runId, customerId }),
      rest,
    ]),
  );
  return rows.map((row) => ({
    id: decisionId(row),
    ...row,
    followed: followed.get(decisionId(row)) ?? null,
  }));
}

/** How many decisions match, about how many people, and the orders attributed to them: the two sides of a figure. */
export const sumDecisions = view(
  { needs: "decision.read", input: filter.prefault({}) },
  async ({ ctx, now, input: asked }) => {
    const { body } = await settingInForce(ctx.platform.database.sql, "company");
    const sums = await decisionSums(ctx.platform.database.sql, await matchedBy(ctx, now, asked));
    return { currency: body.currency, ...sums };
  },
);

/** Longer lists are counted up to here. */
const MOST = 100_000;

const placesInput = z.object({
  ...filter.shape,
  every: z.number().int().min(10).max(200).default(100),
});

/** How many decisions match (`more`: at least so many), and the place where each whole page ends, for `before`. */
export const listDecisionPlaces = view(
  { needs: "decision.read", input: placesInput },
  async ({ ctx, now, input: { every, ...asked } }) => {
    const matched = await matchedBy(ctx, now, asked);
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
  now: Date,
  { person, customerId, ...others }: Asked,
): Promise<DecisionFilter> {
  const rest = await amongWhich(ctx, now, others);
  if (person === "") return { ...rest, customerIds: customerId === null ? null : [customerId] };
  if (!may(ctx.actor, "customer.read"))
    throw new Refusal(
      "FORBIDDEN",
      "person: finding people by name or address needs the permission customer.read",
    );
  const called = await customersCalled(ctx.platform, person);
  return { ...rest, customerIds: customerId === null ? called : called.filter((id) => id === customerId) };
}

/** What makes a decision one of those behind a figure, by the settings that the figures go by. */
async function amongWhich(
  ctx: Context,
  now: Date,
  { verdict, among, ...others }: Omit<Asked, "person" | "customerId">,
): Promise<Omit<DecisionFilter, "customerIds">> {
  const { verdicts = null, dated, followedBy, isOverridden, arm } = among === null ? {} : SET_MEANINGS[among];
  const { body: configuration } = await settingInForce(ctx.platform.database.sql, "configuration");
  const { openHours, clickHours } = configuration.attribution;
  const hours = { open: openHours, click: clickHours, conversion: null };
  return {
    ...others,
    verdicts: verdict === null ? verdicts : [verdict].filter((one) => verdicts?.includes(one) ?? true),
    dated: dated ?? "decided",
    followedBy: followedBy ?? null,
    withinHours: followedBy === undefined ? null : hours[followedBy],
    isOverridden: isOverridden === true,
    arm: arm === undefined ? null : { name: arm, query: await armsAsked(ctx, now, others) },
  };
}

/** The comparison of the arms in the days and the campaign that the list is of. */
async function armsAsked(
  ctx: Context,
  now: Date,
  { from, to, campaignId }: Pick<Asked, "from" | "to" | "campaignId">,
) {
  const { scope, ...rest } = await scopeOf(ctx, now, figuresScope.parse({ campaignId }));
  return armsQuery(ctx.platform.database.sql, {
    ...rest,
    scope: { ...scope, from: from ?? new Date(0), to: to ?? now },
  });
}
