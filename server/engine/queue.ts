import type { EngineContext } from "./context";
import type { Tx } from "./database";
import type { EngineFunction } from "./function-config";

/** The stepId of a call that runs the function from its start to find what comes next. */
export const DISCOVERY = "step";

/** A leased queue item with all that its call needs; JSON stays text. */
export type Call = {
  id: number;
  runId: string;
  functionId: string;
  stepId: string;
  attempt: number;
  misses: number;
  planOnly: boolean;
  slots: string[];
  event: string;
  events: string;
  /** `"<id>":<memo>,…` sorted by id: the inside of a canonical JSON object. */
  steps: string;
  stack: string[];
  protocolVersion: number;
};

type NewItem = {
  runId: string;
  functionId: string;
  stepId: string;
  slots: readonly string[];
  dueAt: Date;
  planOnly: boolean;
};

export async function enqueue(tx: Tx, item: NewItem): Promise<void> {
  await tx.query(
    `INSERT INTO engine.queue (run_id, function_id, step_id, slots, due_at, plan_only) VALUES ($1, $2, $3, $4, $5, $6)`,
    [item.runId, item.functionId, item.stepId, item.slots, item.dueAt, item.planOnly],
  );
}

/** Calls being made now, counted by the slots that they hold. */
export class InFlight {
  #calls = new Map<number, readonly string[]>();
  #bySlot = new Map<string, number>();

  get size(): number {
    return this.#calls.size;
  }

  get ids(): number[] {
    return [...this.#calls.keys()];
  }

  add(id: number, slots: readonly string[]): void {
    this.#calls.set(id, slots);
    for (const slot of slots) this.#bySlot.set(slot, this.used(slot) + 1);
  }

  remove(id: number): void {
    for (const slot of this.#calls.get(id) ?? []) {
      const left = this.used(slot) - 1;
      if (left > 0) this.#bySlot.set(slot, left);
      else this.#bySlot.delete(slot);
    }
    this.#calls.delete(id);
  }

  used(slot: string): number {
    return this.#bySlot.get(slot) ?? 0;
  }
}

/** The slots that a run of `fn` holds while one of its steps is being called: one for each concurrency option. */
export function slotsOf(fn: EngineFunction, event: unknown): string[] {
  return fn.concurrency.map((option) => slotPrefix(fn, option) + (option.key?.key({ event }) ?? ""));
}

function slotPrefix(fn: EngineFunction, option: EngineFunction["concurrency"][number]): string {
  return `${option.scope === "fn" ? fn.id : option.scope}|${option.key?.source ?? ""}|`;
}

/** The slot that keeps an item from being called now; undefined when none does. */
function fullSlot(
  fn: EngineFunction | undefined,
  slots: readonly string[],
  inFlight: InFlight,
): string | undefined {
  for (const option of fn?.concurrency ?? []) {
    const prefix = fn === undefined ? "" : slotPrefix(fn, option);
    const full = slots.find((slot) => slot.startsWith(prefix) && inFlight.used(slot) >= option.limit);
    if (full !== undefined) return full;
  }
  return undefined;
}

type Candidate = { id: number; functionId: string; slots: string[] };
type Full = { functionId: string; slot: string };

/**
 * Leases up to `room` due items and loads what their calls need. Functions take turns, so that a long queue of one
 * delays no other; items whose slots are full stay where they are.
 */
export async function claim(engine: EngineContext, inFlight: InFlight, room: number): Promise<Call[]> {
  const chosen: Candidate[] = [];
  const full: Full[] = [];
  for (let goOn = room > 0; goOn; ) {
    const wanted = room - chosen.length;
    const found = await candidates(engine, wanted, full, chosen);
    const before = full.length;
    for (const item of found) {
      const slot = fullSlot(engine.functions.get(item.functionId), item.slots, inFlight);
      if (slot === undefined) {
        inFlight.add(item.id, item.slots);
        chosen.push(item);
      } else full.push({ functionId: item.functionId, slot });
    }
    goOn = found.length === wanted && full.length > before && chosen.length < room;
  }
  if (chosen.length === 0) return [];
  const calls = await lease(
    engine,
    chosen.map((item) => item.id),
  ).catch((error: unknown) => {
    for (const item of chosen) inFlight.remove(item.id);
    throw error;
  });
  const leased = new Set(calls.map((call) => call.id));
  for (const item of chosen) if (!leased.has(item.id)) inFlight.remove(item.id);
  return calls;
}

async function candidates(
  engine: EngineContext,
  wanted: number,
  full: Full[],
  chosen: Candidate[],
): Promise<Candidate[]> {
  const { rows } = await engine.pool.query<Candidate>(
    `SELECT due.id, due.function_id AS "functionId", due.slots
     FROM engine.functions f
     CROSS JOIN LATERAL (
       SELECT q.id, q.function_id, q.slots, q.due_at, row_number() OVER (ORDER BY q.due_at, q.id) AS turn
       FROM (
         SELECT * FROM engine.queue q
         WHERE q.function_id = f.id AND q.lease IS NULL AND q.due_at <= $1 AND q.id <> ALL ($2)
           AND NOT EXISTS (
             SELECT 1 FROM unnest($3::text[], $4::text[]) AS taken (function_id, slot)
             WHERE taken.function_id = q.function_id AND taken.slot = ANY (q.slots))
         ORDER BY q.due_at, q.id
         LIMIT $5
       ) q
     ) due
     ORDER BY due.turn, due.due_at, due.id
     LIMIT $5`,
    [
      engine.clock.now(),
      chosen.map((item) => item.id),
      full.map((it) => it.functionId),
      full.map((it) => it.slot),
      wanted,
    ],
  );
  return rows;
}

async function lease(engine: EngineContext, ids: number[]): Promise<Call[]> {
  const { rows } = await engine.pool.query<Call>(
    `WITH taken AS (
       UPDATE engine.queue SET lease = $2
       WHERE id IN (SELECT id FROM engine.queue WHERE id = ANY ($1) AND lease IS NULL FOR UPDATE SKIP LOCKED)
       RETURNING *)
     SELECT taken.id, taken.run_id AS "runId", taken.function_id AS "functionId", taken.step_id AS "stepId",
       taken.attempt, taken.misses, taken.plan_only AS "planOnly", taken.slots,
       r.event::text AS event, r.events::text AS events, r.protocol_version AS "protocolVersion",
       coalesce(done.steps, '') AS steps, coalesce(done.stack, '{}') AS stack
     FROM taken
     JOIN engine.runs r ON r.id = taken.run_id
     CROSS JOIN LATERAL (
       SELECT string_agg(to_json(step_id)::text || ':' || memo::text, ',' ORDER BY step_id COLLATE "C") AS steps,
         array_agg(step_id ORDER BY position) AS stack
       FROM engine.steps s WHERE s.run_id = taken.run_id AND memo IS NOT NULL
     ) done
     ORDER BY taken.due_at, taken.id`,
    [ids, engine.instance],
  );
  return rows;
}

/**
 * Frees every lease that no call of this instance stands behind: those of an engine that was killed, and own ones that
 * were lost with the database. Attempts are not touched: a crash of the engine is no fault of the function.
 */
export async function reclaim(engine: EngineContext, inFlight: InFlight): Promise<number> {
  const { rowCount } = await engine.pool.query(
    "UPDATE engine.queue SET lease = NULL WHERE lease IS NOT NULL AND (lease <> $1 OR id <> ALL ($2))",
    [engine.instance, inFlight.ids],
  );
  return rowCount ?? 0;
}

/** Frees the leases of this instance, when it stops. */
export async function releaseOwn(engine: EngineContext): Promise<void> {
  await engine.pool.query("UPDATE engine.queue SET lease = NULL WHERE lease = $1", [engine.instance]);
}
