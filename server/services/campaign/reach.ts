import { z } from "zod";
import { audience } from "@/server/domain/audience";
import { campaignBody } from "@/server/domain/campaign";
import type { CustomerFacts, KnownFacts } from "@/server/domain/customer-facts";
import { rowId } from "@/server/domain/row-id";
import { detectable } from "@/server/domain/stats/detectable";
import { errorOfMean, type Sample } from "@/server/domain/stats/sample";
import { wilson } from "@/server/domain/stats/wilson";
import type { Platform } from "@/server/platform";
import { sampleAudience } from "@/server/store/audience.sql";
import type { Sql } from "@/server/store/database";
import { loadSomeFacts } from "@/server/store/facts.sql";
import { readPeople } from "@/server/store/people";
import { loadFifths } from "@/server/store/population.sql";
import { settingsInForce } from "@/server/store/settings";
import { spendOfAll } from "@/server/store/spend-spread.sql";
import { view } from "../verb";
import { FATE_STEPS, type Fate, type FateRules, factsOfFate, fatesUnder } from "./fate-of";

/** People who are judged one by one; of a larger audience the rest is estimated from them. */
const JUDGED = 1000;
const SHOWN = 5;

const { goal, rollout, holdoutShare, autonomy } = campaignBody.shape;
const input = z.object({
  id: rowId,
  audience,
  goal,
  rollout,
  holdoutShare,
  autonomy,
  /** another number shows five others */
  draw: z.number().int().min(0).max(1_000_000).default(0),
});

/**
 * How many of an audience are left after each step, and five of them with what would become of them. Everybody is judged
 * by the same rules as in a run, without its offers and words. Of more than 1,000 people a random 1,000 are judged, and
 * `low` to `high` is the 95 % interval of what that means for all. The step `holdout` counts those whom a message would
 * have reached; `heldOut` counts everybody whom a run records as held out, as it draws before the guardrails look.
 */
export const audienceReach = view({ needs: "customer.read", input }, async ({ ctx, now, input }) => {
  const { platform } = ctx;
  const { sql } = platform.database;
  const [{ total, ids, shown }, rules] = await Promise.all([
    drawnFrom(sql, input, now),
    rulesFor(sql, input, now),
  ]);
  const { conversionDays } = rules.configuration.attribution;
  const [facts, names, spent] = await Promise.all([
    factsOf(sql, [...new Set([...ids, ...shown])], rules, now),
    namesOf(platform, shown),
    spendOfAll(sql, now, conversionDays),
  ]);
  const fate = fatesUnder(rules);
  const nowMs = now.getTime();
  const fates = ids.flatMap((id) => {
    const known = facts.get(id);
    return known === undefined ? [] : [fate(id, known, nowMs)];
  });
  const steps = stepsOf(fates, total);
  const heldOut = share(fates.filter(({ isHeldOut }) => isHeldOut).length, fates, total);
  const people = shown.flatMap((id) => {
    const known = facts.get(id);
    if (known === undefined) return [];
    const { orders, spendMinor, lastOrderMs } = known;
    const name = names.get(id) ?? null;
    return [{ customerId: id, name, orders, spendMinor, lastOrderMs, fate: fate(id, known, nowMs) }];
  });
  const waiting = share(
    fates.filter(({ stoppedAt, waits }) => stoppedAt === null && waits).length,
    fates,
    total,
  );
  return {
    total,
    judged: fates.length,
    isEstimate: fates.length < total,
    steps,
    waiting,
    heldOut,
    people,
    effect: effectOf(steps, spent, conversionDays),
  };
});

/** How many there are, whom to judge, and whom to show. */
async function drawnFrom(sql: Sql, asked: z.output<typeof input>, now: Date) {
  const { count, samples } = await sampleAudience(sql, asked.audience, now, [
    { size: JUDGED, draw: 0 },
    { size: SHOWN, draw: asked.draw },
  ]);
  const [ids = [], shown = []] = samples;
  return { total: count, ids, shown };
}

const ALSO_SHOWN = ["orders", "spendMinor", "lastOrderMs"] as const;
type Known = KnownFacts & Pick<CustomerFacts, (typeof ALSO_SHOWN)[number]>;

const factsOf = (
  sql: Sql,
  ids: readonly number[],
  rules: FateRules,
  now: Date,
): Promise<ReadonlyMap<number, Known>> =>
  loadSomeFacts(sql, ids, now, [...new Set([...ALSO_SHOWN, ...factsOfFate(rules)])]);

async function rulesFor(sql: Sql, given: z.output<typeof input>, now: Date): Promise<FateRules> {
  const [{ configuration, policy }, fifths] = await Promise.all([
    settingsInForce(sql, ["configuration", "policy"]),
    loadFifths(sql, now),
  ]);
  return {
    campaignId: given.id,
    campaign: given,
    configuration: configuration.body,
    policy: policy.body,
    fifths,
  };
}

type Share = { left: number; low: number; high: number };

/** `count` of those judged, scaled to everybody; exact where everybody was judged. */
function share(count: number, fates: readonly Fate[], total: number): Share {
  if (fates.length === total) return { left: count, low: count, high: count };
  const found = wilson(count, fates.length) ?? { value: 0, low: 0, high: 1 };
  const scale = (part: number) => Math.round(part * total);
  return { left: scale(found.value), low: scale(found.low), high: scale(found.high) };
}

function stepsOf(fates: readonly Fate[], total: number) {
  let left = fates.length;
  return FATE_STEPS.map((step) => {
    const stopped = fates.filter(({ stoppedAt }) => stoppedAt === step).length;
    left -= stopped;
    return { step, ...share(left, fates, total), stopped: share(stopped, fates, total).left };
  });
}

/**
 * The smallest difference in revenue per person that one run's holdout would show, from how much all customers' spending
 * varied in a window of the same length just before. `minor` is null where there is no holdout or nobody ordered.
 */
function effectOf(steps: ReturnType<typeof stepsOf>, spent: Sample, windowDays: number) {
  const treated = steps.at(-1)?.left ?? 0;
  const heldOut = steps.find(({ step }) => step === "holdout")?.stopped ?? 0;
  const deviation = spent.people < 2 ? 0 : Math.sqrt(errorOfMean(spent) * spent.people);
  return { minor: detectable(treated, heldOut, deviation), treated, heldOut, windowDays };
}

/** Their names, as the list of customers shows them. */
async function namesOf({ database, vault }: Platform, ids: readonly number[]): Promise<Map<number, string>> {
  const people = await readPeople(database.sql, vault, ids);
  return new Map(
    [...people].flatMap(([id, person]) => {
      const name = [person.firstName, person.lastName].filter((part) => part).join(" ") || person.email;
      return name ? [[id, name] as const] : [];
    }),
  );
}
