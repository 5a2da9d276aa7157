import { createHash } from "node:crypto";
import { z } from "zod";
import { sandboxBytes } from "@/server/store/decision-record.sql";
import { view } from "../verb";
import { decisionKey } from "./decision-key";

/**
 * The exact bytes that left for a decision, as the sandbox's mail server took them. Null where nothing left, or where a
 * real mail server took it: its bytes are not kept, the hash of the rendering is.
 */
export const sentBytes = view(
  { needs: "customer.read", input: z.object({ id: decisionKey }) },
  async ({ ctx, input: { id } }) => {
    const found = await sandboxBytes(ctx.platform.database.sql, id);
    if (found === null) return { mail: null };
    const bytes = Buffer.from(found.raw);
    return {
      mail: {
        // one letter a byte: what is shown is what left
        text: bytes.toString("latin1"),
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        receivedAt: found.receivedAt,
      },
    };
  },
);
