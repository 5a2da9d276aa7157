import { z } from "zod";
import { verifyAudit } from "@/server/store/audit-verify";
import { view } from "../verb";

/** Recomputes the chain from the stored rows and says whether everything fits, or where it first does not. */
export const verifyChain = view({ needs: "audit.read", input: z.object({}) }, async ({ ctx, now }) => ({
  ...(await verifyAudit(ctx.platform.database)),
  at: now,
}));
