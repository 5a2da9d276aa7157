import { ensureGenerated } from "@/scripts/generated.mjs";

/** Vitest calls it once before the unit tests. */
export async function setup(): Promise<void> {
  await ensureGenerated();
}
