import type pg from "pg";
import { type EngineFunction, parseFunction } from "./function-config";

/** The functions registered now, by id and by the event that triggers them. Kept in memory, read again after each registration. */
export class FunctionIndex {
  #byId = new Map<string, EngineFunction>();
  #byEvent = new Map<string, EngineFunction[]>();

  get(id: string): EngineFunction | undefined {
    return this.#byId.get(id);
  }

  triggeredBy(event: string): readonly EngineFunction[] {
    return this.#byEvent.get(event) ?? [];
  }

  /** Reads every function that its app still has. Configuration was checked when it was registered. */
  async reload(db: pg.Pool): Promise<void> {
    const { rows } = await db.query<{ config: unknown }>(
      "SELECT config FROM engine.functions WHERE retired_at IS NULL ORDER BY id",
    );
    this.#byId = new Map();
    this.#byEvent = new Map();
    for (const { config } of rows) {
      const parsed = parseFunction(config);
      if ("refusal" in parsed) continue;
      this.#byId.set(parsed.config.id, parsed.config);
      for (const name of new Set(parsed.config.events.map((trigger) => trigger.name)))
        this.#byEvent.set(name, [...this.triggeredBy(name), parsed.config]);
    }
  }
}
