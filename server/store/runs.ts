import type { RunState } from "@/server/domain/run";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Sql } from "./database";

/** A run as it stands. */
export type StoredRun = {
  id: number;
  ref: string;
  campaignId: number;
  campaignVersion: number;
  configurationVersion: number;
  policyVersion: number;
  brandVersion: number;
  at: Date;
  seed: number;
  state: RunState;
  chunks: number;
  audience: number;
  requestedBy: string;
  finishedAt: Date | null;
};

const COLUMNS = `r.id, r.ref, r.campaign_id AS "campaignId", r.campaign_version AS "campaignVersion",
  r.configuration_version AS "configurationVersion", r.policy_version AS "policyVersion", r.brand_version AS "brandVersion",
  r.at, r.seed, r.state, r.chunks, r.audience, r.requested_by AS "requestedBy", r.finished_at AS "finishedAt"`;

/** One run; null for an unknown id. `lock` holds the row for the rest of the transaction. */
export async function readRun(
  sql: Sql,
  id: number,
  lock: "" | "FOR UPDATE" | "FOR SHARE" = "",
): Promise<StoredRun | null> {
  const [run] = await sql.rows<StoredRun>(`SELECT ${COLUMNS} FROM runs r WHERE r.id = $1 ${lock}`, [id]);
  return run ?? null;
}

export async function runByRef(sql: Sql, ref: string): Promise<StoredRun | null> {
  const [run] = await sql.rows<StoredRun>(`SELECT ${COLUMNS} FROM runs r WHERE r.ref = $1`, [ref]);
  return run ?? null;
}

/** The run of a campaign that is still under way; null when none is. */
export async function runUnderWay(sql: Sql, campaignId: number): Promise<StoredRun | null> {
  const [run] = await sql.rows<StoredRun>(
    `SELECT ${COLUMNS} FROM runs r WHERE r.campaign_id = $1 AND r.state IN ('freezing', 'writing', 'deciding') LIMIT 1`,
    [campaignId],
  );
  return run ?? null;
}

export type NewRun = Pick<
  StoredRun,
  | "ref"
  | "campaignId"
  | "campaignVersion"
  | "configurationVersion"
  | "policyVersion"
  | "brandVersion"
  | "at"
  | "seed"
  | "requestedBy"
>;

/** Inserts a run that is about to freeze its audience and answers its id. */
export async function insertRun(sql: Sql, run: NewRun): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO runs (ref, campaign_id, campaign_version, configuration_version, policy_version, brand_version, at, seed, state, requested_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'freezing', $9) RETURNING id`,
    [
      run.ref,
      run.campaignId,
      run.campaignVersion,
      run.configurationVersion,
      run.policyVersion,
      run.brandVersion,
      run.at,
      run.seed,
      run.requestedBy,
    ],
  );
  if (row === undefined) throw new Error("an insert gave no id");
  return row.id;
}

/** Writes down the frozen audience's size and goes on to the creatives. False: somebody else has. */
export async function storeFrozen(
  sql: Sql,
  id: number,
  size: { chunks: number; audience: number },
): Promise<boolean> {
  const rows = await sql.rows(
    "UPDATE runs SET chunks = $2, audience = $3, state = 'writing' WHERE id = $1 AND state = 'freezing' RETURNING id",
    [id, size.chunks, size.audience],
  );
  return rows.length > 0;
}

/** Fixes the plan, once. False: it was fixed before, or the run was stopped. */
export async function storePlan(sql: Sql, id: number, plan: RunPlan): Promise<boolean> {
  const rows = await sql.rows(
    "UPDATE runs SET plan = $2::jsonb, state = 'deciding' WHERE id = $1 AND state = 'writing' RETURNING id",
    [id, JSON.stringify(plan)],
  );
  return rows.length > 0;
}

/** The plan that all chunks go by; null before it is fixed. */
export async function readPlan(sql: Sql, id: number): Promise<RunPlan | null> {
  const [row] = await sql.rows<{ plan: RunPlan | null }>("SELECT plan FROM runs WHERE id = $1", [id]);
  return row?.plan ?? null;
}

export const storeRunState = (sql: Sql, id: number, state: RunState, at: Date) =>
  sql.rows("UPDATE runs SET state = $2, finished_at = $3 WHERE id = $1", [id, state, at]);

/** Takes back what a stopped run has not sent: waiting messages and held reviews. Answers how many of each. */
export async function withdrawRun(
  sql: Sql,
  id: number,
  at: Date,
): Promise<{ messages: number; reviews: number }> {
  const messages = await sql.rows(
    `UPDATE outbox SET state = 'cancelled', settled_at = $2, reasons = reasons || '{run.stopped}'
     WHERE run_id = $1 AND state = 'ready' RETURNING 1 AS n`,
    [id, at],
  );
  const reviews = await sql.rows(
    `UPDATE review_items SET state = 'expired', decided_at = $2, decided_by = 'run.stopped'
     WHERE run_id = $1 AND state = 'held' RETURNING 1 AS n`,
    [id, at],
  );
  return { messages: messages.length, reviews: reviews.length };
}

export type RunRow = StoredRun & {
  campaignName: string;
  decidedChunks: number;
  counts: Record<string, number>;
};

const WITH_COUNTS = `SELECT ${COLUMNS}, c.name AS "campaignName", d.chunks AS "decidedChunks", d.counts
  FROM runs r JOIN campaigns c ON c.id = r.campaign_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS chunks, coalesce((
      SELECT jsonb_object_agg(key, n) FROM (
        SELECT key, sum(value::int)::int AS n FROM run_chunks k, jsonb_each_text(k.counts) WHERE k.run_id = r.id GROUP BY key
      ) summed), '{}') AS counts
    FROM run_chunks k WHERE k.run_id = r.id) d`;

/** A page of runs with what their chunks have decided so far, newest first, below `before`. */
export const listRuns = (
  sql: Sql,
  page: { campaignId: number | null; before: number | null; limit: number },
): Promise<RunRow[]> =>
  sql.rows<RunRow>(
    `${WITH_COUNTS} WHERE ($1::int IS NULL OR r.campaign_id = $1) AND ($2::int IS NULL OR r.id < $2)
     ORDER BY r.id DESC LIMIT $3`,
    [page.campaignId, page.before, page.limit],
  );

export async function runWithCounts(sql: Sql, id: number): Promise<RunRow | null> {
  const [run] = await sql.rows<RunRow>(`${WITH_COUNTS} WHERE r.id = $1`, [id]);
  return run ?? null;
}
