import { z } from "zod";
import type { EngineContext } from "./context";
import { setCrons } from "./crons";
import { transaction } from "./database";
import { type EngineFunction, parseFunction } from "./function-config";

const registration = z.object({
  appName: z.string().min(1),
  functions: z.array(z.looseObject({ id: z.string() })),
});

/**
 * Replaces the functions of one app by what its SDK sent. All or nothing: when one function has an option that this
 * engine does not support, nothing is registered and the refusal names every function and option.
 */
export async function register(
  engine: EngineContext,
  payload: unknown,
): Promise<{ modified: boolean } | { refusal: string }> {
  const body = registration.safeParse(payload);
  if (!body.success) return { refusal: `not a registration: ${z.prettifyError(body.error)}` };
  const { appName, functions } = body.data;
  const configs: EngineFunction[] = [];
  const refusals: string[] = [];
  for (const raw of functions) {
    const parsed = parseFunction(raw);
    if ("refusal" in parsed) refusals.push(parsed.refusal);
    else configs.push(parsed.config);
  }
  if (refusals.length > 0) {
    for (const refusal of refusals) engine.log.error({ app: appName, refusal }, "a function was refused");
    return { refusal: refusals.join("\n") };
  }
  const modified = await store(engine, appName, functions, configs);
  await engine.functions.reload(engine.pool);
  engine.log.info({ app: appName, functions: configs.length, modified }, "an app registered its functions");
  engine.wake("events", "timers", "calls");
  return { modified };
}

async function store(
  engine: EngineContext,
  appName: string,
  raws: readonly { id: string }[],
  configs: readonly EngineFunction[],
): Promise<boolean> {
  const now = engine.clock.now();
  const ids = raws.map((raw) => raw.id);
  return transaction(engine.pool, async (tx) => {
    const changed = await tx.query(
      `INSERT INTO engine.functions AS f (id, app_id, config, registered_at)
       SELECT id, $1, config::json, $4 FROM unnest($2::text[], $3::text[]) AS new (id, config)
       ON CONFLICT (id) DO UPDATE
         SET app_id = excluded.app_id, config = excluded.config, registered_at = excluded.registered_at, retired_at = NULL
         WHERE f.config::text <> excluded.config::text OR f.app_id <> excluded.app_id OR f.retired_at IS NOT NULL`,
      [appName, ids, raws.map((raw) => JSON.stringify(raw)), now],
    );
    const retired = await tx.query(
      "UPDATE engine.functions SET retired_at = $3 WHERE app_id = $1 AND id <> ALL ($2) AND retired_at IS NULL",
      [appName, ids, now],
    );
    await tx.query(
      "DELETE FROM engine.crons WHERE function_id IN (SELECT id FROM engine.functions WHERE retired_at IS NOT NULL)",
    );
    await setCrons(tx, configs, now);
    return (changed.rowCount ?? 0) + (retired.rowCount ?? 0) > 0;
  });
}
