import { ensurePrismaClient } from "@/scripts/prisma-client.mjs";

/** Vitest calls it once before the unit tests. */
export async function setup(): Promise<void> {
  await ensurePrismaClient();
}
