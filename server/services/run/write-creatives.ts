import { z } from "zod";
import type { Context } from "@/server/context";
import { canonical } from "@/server/domain/canonical";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import {
  audienceLanguages,
  creativesMadeFrom,
  insertCreatives,
  type MadeCreative,
  type NewCreative,
} from "@/server/store/creatives.sql";
import { readRun, type StoredRun, storePlan } from "@/server/store/runs";
import { job } from "../verb";
import { type Briefed, briefsOf } from "./briefs-of";
import { creativeFrom } from "./creative-from";
import { measuredFor, planFor } from "./plan-for";
import { settingsOf } from "./settings-of";

/** A language that fewer of the audience speak is served in the company's. */
const LANGUAGE_SHARE = 0.01;
/** Pieces that are written and stored together: a crash loses no more than these. */
const BATCH = 20;

/**
 * Writes every piece that the run may need, once, and fixes the run's plan. A piece whose inputs have not changed since
 * it was written is taken as it stands, with its approval; one that rules wrote is offered to the writer again, which
 * may have a model by now. A second call finds the plan and changes nothing.
 */
export const writeCreatives = job(
  { input: z.object({ runId: rowId }) },
  async ({ ctx, now, input: { runId } }) => {
    const { database } = ctx.platform;
    const run = await readRun(database.sql, runId);
    if (run === null) throw new Refusal("NOT_FOUND", `runId: there is no run ${runId}`);
    if (run.state === "freezing")
      throw new Refusal("CONFLICT", `runId: freeze the audience of run ${runId} first`);
    if (run.state !== "writing") return { creatives: 0, written: 0 };

    const settings = await settingsOf(database.sql, run);
    const spoken = await audienceLanguages(database.sql, runId, LANGUAGE_SHARE);
    const briefs = briefsOf(run, settings, spoken);
    // measuring keeps the database busy, laying out this process
    const [measured, written] = await Promise.all([
      measuredFor(database.sql, run, settings),
      writeMissing(ctx, run, briefs, now),
    ]);

    const made = await creativesMadeFrom(database.sql, run.campaignId, [...briefs.keys()]);
    const creatives = [...made.values()].map(({ planned }) => planned);
    const plan = planFor(run, settings, measured, creatives);
    await database.bulk(async ({ sql }) => {
      if (!(await storePlan(sql, runId, plan))) return;
      const data = { versions: plan.versions, creatives: creatives.map(({ id }) => id) };
      const entity = { type: "run", id: String(runId) };
      await appendEntries(sql, now, [{ actor: "system:run", action: "run.plan", entity, data }]);
    });
    return { creatives: creatives.length, written };
  },
);

/** Has the missing pieces written, batch by batch. Answers how many were stored. */
async function writeMissing(
  ctx: Context,
  run: StoredRun,
  briefs: ReadonlyMap<string, Briefed>,
  now: Date,
): Promise<number> {
  const { database, writer } = ctx.platform;
  const standing = await creativesMadeFrom(database.sql, run.campaignId, [...briefs.keys()]);
  const open = [...briefs].filter(([input]) => standing.get(input)?.planned.writtenBy !== "model");
  let stored = 0;
  for (let first = 0; first < open.length; first += BATCH) {
    const batch = open.slice(first, first + BATCH);
    const copies = await writer.write(batch.map(([, { brief }]) => brief));
    const fresh: NewCreative[] = [];
    for (const [i, [input, briefed]] of batch.entries()) {
      const copy = copies[i];
      if (copy === undefined) throw new Error("the writer left a piece out");
      if (!isSame(standing.get(input), copy.text)) fresh.push(await creativeFrom(run, input, briefed, copy));
    }
    if (fresh.length > 0) await insertCreatives(database.sql, fresh, now);
    stored += fresh.length;
  }
  return stored;
}

const isSame = (standing: MadeCreative | undefined, copy: MadeCreative["copy"]): boolean =>
  standing !== undefined && canonical(standing.copy) === canonical(copy);
