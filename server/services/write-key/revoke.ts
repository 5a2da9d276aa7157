import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { lockWriteKey, saveRevoked } from "@/server/store/write-keys";
import { verb } from "../verb";

/** Ends a key for good: within seconds nothing is taken under it any more. Doing it again changes nothing. */
export const revokeWriteKey = verb(
  { action: "write-key.revoke", needs: "settings.write", input: z.object({ id: rowId }) },
  async ({ tx, now, input: { id } }) => {
    const row = await lockWriteKey(tx.sql, id);
    if (row === null) throw new Refusal("NOT_FOUND", `id: there is no write key ${id}`);
    const revokedAt = row.revokedAt ?? now;
    await saveRevoked(tx.sql, id, revokedAt);
    return {
      out: { ...row, revokedAt },
      entity: { type: "write-key", id: String(id) },
      before: { revokedAt: row.revokedAt },
      after: { revokedAt },
    };
  },
);
