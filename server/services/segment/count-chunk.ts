import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import { type FactGroup, groupsOf } from "@/server/domain/fact-groups";
import { FactSheet } from "@/server/domain/fact-sheet";
import type { Population } from "@/server/domain/population";
import { emptyTally, tallyCustomer } from "@/server/domain/segment-tally";
import type { Assign } from "@/server/segmentors/contract";
import type { Sql } from "@/server/store/database";
import { fillFacts } from "@/server/store/facts.sql";
import { customersAfter } from "@/server/store/segments.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";
import { dayInput, populationInput } from "./day-input";
import { type Segmentation, segmentationsOf } from "./segmentations";

/** Customers of one step, and those whose facts are asked for at once. */
const STEP_SIZE = 10_000;
const CHUNK_SIZE = 2000;

const input = dayInput.extend({
  /** the last customer of the step before; 0: from the first */
  after: z.number().int().min(0),
  configurationVersion: z.number().int().min(0),
  now: populationInput,
  before: populationInput,
});

/**
 * Has every segmentor name the segments of the next customers, as of the day's end and of its beginning, and counts.
 * Both are judged by today's settings: a move is something that the customer did. `next` is where to go on; null: the end.
 */
export const countChunk = job({ input }, async ({ ctx, input }) => {
  const { sql } = ctx.platform.database;
  const { body } = await settingInForce(sql, "configuration", input.configurationVersion || undefined);
  const segmentations = segmentationsOf(body);
  const at = instantOf(segmentations, input.now, input.atMs);
  const before = instantOf(segmentations, input.before, input.beforeMs);
  const ids = await customersAfter(sql, input.after, STEP_SIZE);
  const tally = emptyTally();
  for (let first = 0; first < ids.length; first += CHUNK_SIZE) {
    const chunk = ids.slice(first, first + CHUNK_SIZE);
    const [sheetsNow, sheetsBefore] = [await at.sheets(sql, chunk), await before.sheets(sql, chunk)];
    for (const id of chunk) {
      const [is, was] = [sheetsNow.get(id), sheetsBefore.get(id)];
      if (is === undefined || was === undefined) continue;
      const standings = segmentations.map(({ id: segmentation }, i) => ({
        segmentation,
        now: at.assign[i]?.(is, input.atMs) ?? null,
        before: before.assign[i]?.(was, input.beforeMs) ?? null,
      }));
      tallyCustomer(tally, id, is.spend365Minor ?? 0, standings);
    }
    await turn();
  }
  return { tally, next: ids.length < STEP_SIZE ? null : (ids.at(-1) ?? null) };
});

/** The segmentors, ready to judge as of an instant, and the facts that they read then. */
function instantOf(segmentations: readonly Segmentation[], population: Population, atMs: number) {
  const needs = segmentations.flatMap(({ segmentor }) => segmentor.needs);
  const groups = [...new Set<FactGroup>(["orders", ...groupsOf(needs)])];
  const assign: Assign[] = segmentations.map(({ segmentor, settings }) =>
    segmentor.prepare(settings, population),
  );
  return {
    assign,
    async sheets(sql: Sql, ids: readonly number[]): Promise<Map<number, FactSheet>> {
      const sheets = new Map(ids.map((id) => [id, new FactSheet()]));
      await fillFacts(sql, sheets, new Date(atMs), groups);
      return sheets;
    },
  };
}
