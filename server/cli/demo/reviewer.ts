import { fnv1a, momentFor } from "@/server/domain/moment";
import { SECOND_MS } from "@/server/domain/time";
import type { Staff } from "../support/staff";
import type { Stage } from "./stage";

/** A reviewer works through part of the queue: most is approved, some rejected, the clock going on meanwhile. */
export async function workThroughQueue({ clock }: Stage, { reviewer }: Staff, share: number): Promise<void> {
  const { rows } = await reviewer.review.list({ limit: 200 });
  for (const { id, creativeHash } of rows.slice(0, Math.ceil(rows.length * share))) {
    const { random } = momentFor(0, fnv1a("reviewer"), id, 0);
    const ms = Math.round((9 + random() ** 2 * 80) * SECOND_MS);
    clock.advance(ms);
    if (random() < 0.85) await reviewer.review.approve({ id, creativeHash, ms, note: "" });
    else {
      const reasonCode = random() < 0.5 ? "wrong-moment" : "wrong-offer";
      await reviewer.review.reject({ id, creativeHash, reasonCode, note: "", ms });
    }
  }
}
