import { z } from "zod";
import { type Actor, may } from "@/server/context";
import { figuresScope } from "@/server/domain/figures-scope";
import { CARD_KPIS, type CardKpi } from "@/server/domain/kpi/card-kpis";
import { COMPARISONS, type Comparison } from "@/server/domain/kpi/comparison";
import { fewBuyers } from "@/server/domain/kpi/few-buyers";
import { kpiGoal } from "@/server/domain/kpi/kpi-goal";
import { FEWEST_PEOPLE } from "@/server/domain/kpi/lift-figures";
import type { Reading } from "@/server/domain/kpi/reading";
import { wayOf } from "@/server/domain/kpi/way";
import type { Arm } from "@/server/domain/stats/lift";
import { whoMay } from "@/server/domain/who-may";
import type { Sql } from "@/server/store/database";
import { arms } from "@/server/store/figures-arms.sql";
import { view } from "../verb";
import { armsQuery } from "./arms-query";
import { type Measure, measureResults } from "./measure-results";
import { measureWork } from "./measure-work";
import { type Asked, scopeBefore, scopeOf } from "./scope";

/** Steps of 30 days that lead to a slow figure. */
const LINE_STEPS = 6;

const input = figuresScope.and(z.object({ compare: z.enum(COMPARISONS).default("previous") }).prefault({}));

/**
 * Every figure that has a card: its reading, the line that led to it, where it stands between beginning and goal, and
 * what it is held against. `against` null: there is nothing to compare it with.
 */
export const kpis = view(
  { needs: "figures.read", input },
  async ({ ctx, now, input: { compare, ...days } }) => {
    const { sql } = ctx.platform.database;
    const asked = await scopeOf(ctx, now, days);
    const { currency } = asked.scope;
    const [measured, others] = await Promise.all([
      measureAll(sql, asked, now, LINE_STEPS),
      othersFor(compare, sql, asked, async () => measureAll(sql, await scopeBefore(ctx, now, asked), now, 1)),
    ]);
    return {
      currency,
      compare,
      cards: CARD_KPIS.map((id) => {
        const { reading, line } = measured[id];
        const goal = kpiGoal(id, asked.targets, currency);
        return {
          id,
          reading: withPermittedRemedy(ctx.actor, reading),
          line,
          goal,
          way: reading.kind === "known" ? wayOf(reading.value, goal) : null,
          against: others(id, reading),
        };
      }),
    };
  },
);

/** Whoever may not add what is missing reads who can. */
function withPermittedRemedy(actor: Actor, reading: Reading) {
  if (reading.kind === "known") return reading;
  const { remedy } = reading;
  if (remedy === null) return { ...reading, remedy };
  const { needs, ...link } = remedy;
  return { ...reading, remedy: may(actor, needs) ? link : { label: `Ask ${whoMay(needs)}.`, href: null } };
}

type Measured = Record<CardKpi, Measure>;
/** Two values of one figure, in its unit. */
export type Against = { now: number; other: number };

async function measureAll(sql: Sql, asked: Asked, now: Date, steps: number): Promise<Measured> {
  const [results, work] = await Promise.all([
    measureResults(sql, asked, steps),
    measureWork(sql, asked.scope, now),
  ]);
  return { ...results, ...work };
}

async function othersFor(
  compare: Comparison,
  sql: Sql,
  asked: Asked,
  measureBefore: () => Promise<Measured>,
): Promise<(id: CardKpi, reading: Reading) => Against | null> {
  const { currency } = asked.scope;
  if (compare === "holdout") {
    const held = heldAgainst(await arms(sql, await armsQuery(sql, asked)));
    return (id) => held[id] ?? null;
  }
  if (compare === "baseline")
    return (id, reading) => {
      const other = kpiGoal(id, asked.targets, currency).baseline;
      return reading.kind === "missing" || other === undefined ? null : { now: reading.value, other };
    };
  const before = await measureBefore();
  return (id, reading) => {
    const other = before[id].reading;
    return reading.kind === "missing" || other.kind === "missing"
      ? null
      : { now: reading.value, other: other.value };
  };
}

/** Of those assigned to the two arms: who ordered, and what a buyer spent. Other figures have no twin in a holdout that gets no mail. */
function heldAgainst({
  treated,
  heldOut,
}: {
  treated: Arm;
  heldOut: Arm;
}): Partial<Record<CardKpi, Against>> {
  const share = ({ people, amounts }: Arm) => amounts.length / people;
  const spent = ({ amounts }: Arm) => amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
  const both = (isEnough: (arm: Arm) => boolean) => isEnough(treated) && isEnough(heldOut);
  return {
    ...(both(({ people }) => people >= FEWEST_PEOPLE)
      ? { conversion: { now: share(treated), other: share(heldOut) } }
      : {}),
    ...(both(({ amounts }) => fewBuyers(amounts.length) === null)
      ? { orderValue: { now: spent(treated), other: spent(heldOut) } }
      : {}),
  };
}
