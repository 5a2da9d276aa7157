import { z } from "zod";
import { isRepeatable } from "@/server/domain/dead-letter";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { askAgain, dropFailure, type Failure, lockFailure } from "@/server/store/failures.sql";
import { verb } from "../verb";

const input = z.object({ id: rowId, reason: z.string().trim().min(3, "say in a few words why").max(500) });

/** Has the engine do again what failed for good. Where it cannot begin it, it stands in the list again with the new error. */
export const retryFailure = verb(
  { action: "failure.retry", needs: "failure.settle", input },
  async ({ tx, now, input: { id, reason } }) => {
    const failure = await standing(tx.sql, id);
    if (!isRepeatable(failure.functionId))
      throw new Refusal("CONFLICT", "id: the campaign's run has ended; start a new one from its campaign");
    await askAgain(tx.sql, id, now);
    return { out: { id }, ...entryOf(failure, reason) };
  },
);

/** Takes away what failed for good: it is not done any more. */
export const discardFailure = verb(
  { action: "failure.discard", needs: "failure.settle", input },
  async ({ tx, input: { id, reason } }) => {
    const failure = await standing(tx.sql, id);
    await dropFailure(tx.sql, id);
    return { out: { id }, ...entryOf(failure, reason) };
  },
);

async function standing(sql: Sql, id: number): Promise<Failure> {
  const failure = await lockFailure(sql, id);
  if (failure === null) throw new Refusal("NOT_FOUND", `id: there is no failed work ${id} any more`);
  if (failure.retryAskedAt !== null)
    throw new Refusal("CONFLICT", "id: somebody has asked for it again already; wait for what comes of it");
  return failure;
}

/** The error's words stay out of the audit: they may repeat what a person sent. */
const entryOf = ({ id, kind, functionId, key, attempts }: Failure, reason: string) => ({
  entity: { type: "failure", id: String(id) },
  before: { kind, functionId, key: functionId === null || kind === "cron" ? key : null, attempts },
  after: { reason },
});
