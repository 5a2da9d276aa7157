import type { EngineContext, Work } from "./context";
import { type Tx, transaction } from "./database";

/** A transaction outside a pass. Whoever it would wake is woken after the commit: before it there is nothing to see. */
export async function committed<T>(
  engine: EngineContext,
  work: (tx: Tx, engine: EngineContext) => Promise<T>,
): Promise<T> {
  const woken = new Set<Work>();
  const wake = (...kinds: Work[]) => {
    for (const kind of kinds) woken.add(kind);
  };
  const result = await transaction(engine.pool, (tx) => work(tx, { ...engine, wake }));
  engine.wake(...woken);
  return result;
}
