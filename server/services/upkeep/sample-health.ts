import { z } from "zod";
import { addHealthSample } from "@/server/store/health.sql";
import { job } from "../verb";

const WAIT_MS = 10_000;

/** Asks the console whether it answers and stores what came of it. Anything but a 2xx within ten seconds is a no. */
export const sampleHealth = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  const { database, publicUrl, healthUrl = `${publicUrl}/api/health` } = ctx.platform;
  const began = performance.now();
  const answered = await answers(healthUrl);
  const milliseconds = performance.now() - began;
  await addHealthSample(database.sql, { now, answered, milliseconds });
  return { answered };
});

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS), redirect: "error" });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // no connection, a time-out: that is the answer
    return false;
  }
}
