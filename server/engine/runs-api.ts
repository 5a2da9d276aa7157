import { committed } from "./committed";
import type { EngineContext } from "./context";
import { cancelRun } from "./runs";

/** A run as Inngest's REST API shows it. */
type ApiRun = {
  run_id: string;
  function_id: string;
  status: "Running" | "Completed" | "Failed" | "Cancelled";
  run_started_at: string;
  ended_at: string | null;
  output: unknown;
};

const COLUMNS = `id AS run_id, function_id, initcap(status) AS status, created_at AS run_started_at, ended_at, output`;

/** The runs that an event started, oldest first. */
export async function runsOfEvent({ pool }: EngineContext, eventId: string): Promise<ApiRun[]> {
  const { rows } = await pool.query<ApiRun>(
    `SELECT ${COLUMNS} FROM engine.runs WHERE event_ids @> ARRAY[$1::text] ORDER BY id`,
    [eventId],
  );
  return rows;
}

export async function runById({ pool }: EngineContext, runId: string): Promise<ApiRun | null> {
  const { rows } = await pool.query<ApiRun>(`SELECT ${COLUMNS} FROM engine.runs WHERE id = $1`, [runId]);
  return rows[0] ?? null;
}

/** Cancels a run. False when there is none of that id, or it has ended. */
export function cancelByApi(engine: EngineContext, runId: string): Promise<boolean> {
  return committed(engine, (tx, quiet) => cancelRun(tx, quiet, runId));
}
