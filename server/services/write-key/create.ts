import { randomBytes } from "node:crypto";
import { z } from "zod";
import { hashOf } from "@/server/services/ingest/write-key-gate";
import { insertWriteKey } from "@/server/store/write-keys";
import { verb } from "../verb";

const KEY_BYTES = 24;
const PREFIX_LENGTH = 8;

/** Makes a key for a source. This is the only time that the key itself is told. */
export const createWriteKey = verb(
  {
    action: "write-key.create",
    needs: "settings.write",
    input: z.object({ name: z.string().trim().min(1, "name the source that will use it").max(80) }),
  },
  async ({ tx, now, input: { name } }) => {
    const key = `wk_${randomBytes(KEY_BYTES).toString("base64url")}`;
    const prefix = key.slice(0, PREFIX_LENGTH);
    const row = await insertWriteKey(tx.sql, { name, hash: hashOf(key), prefix, at: now });
    return {
      out: { ...row, key },
      entity: { type: "write-key", id: String(row.id) },
      before: null,
      after: { name, prefix },
    };
  },
);
