import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import { audienceLanguages, creativesMadeFrom } from "@/server/store/creatives.sql";
import { readRun, storePlan } from "@/server/store/runs";
import { job } from "../verb";
import { briefsOf } from "./briefs-of";
import { measuredFor, planFor } from "./plan-for";
import { settingsOf } from "./settings-of";
import { LANGUAGE_SHARE, writePieces } from "./write-pieces";

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
      writePieces(ctx.platform, run, briefs, now),
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
