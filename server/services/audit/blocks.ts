import { z } from "zod";
import { listAuditBlocks } from "@/server/store/audit-read";
import { view } from "../verb";

const input = z.object({
  before: z.number().int().nullable().default(null),
  limit: z.number().int().min(1).max(100).default(20),
});

/** Blocks of the chain, newest first. */
export const auditBlocks = view({ needs: "audit.read", input }, ({ ctx, input: { before, limit } }) =>
  listAuditBlocks(ctx.platform.database.sql, before, limit),
);
