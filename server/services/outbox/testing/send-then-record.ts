import { z } from "zod";
import type { Platform } from "@/server/platform";
import { job } from "../../verb";
import { claimDue } from "../claim";
import { composeClaim } from "../compose";
import { failpoint } from "../failpoint";

/** What the product's own file is imported for besides. */
export const IN_FLIGHT = 10;

/** What must not be done: sends first and records afterwards. It stands in for `deliver-due.ts` where a test must turn red. */
export const deliverDue = job({ input: z.object({}).prefault({}) }, async ({ ctx }) => ({
  claimed: await sendThenRecord(ctx.platform),
}));

/** One batch; answers how many messages were in it. */
export async function sendThenRecord(platform: Platform): Promise<number> {
  const { sql } = platform.database;
  const claim = await claimDue(platform, { limit: IN_FLIGHT, actor: "mutant" });
  const ids = claim.messages.map(({ id }) => id);
  // the claim is taken back at once, as if it had never been written
  await sql.rows("UPDATE outbox SET state = 'ready', claimed_at = NULL WHERE id = ANY($1::bigint[])", [ids]);
  const composed = await composeClaim(platform, claim, platform.clock.now().getTime());
  await platform.senders.email.send(composed.flatMap((one) => (one.ok ? [one.envelope] : [])));
  failpoint("after-data");
  await sql.rows("UPDATE outbox SET state = 'sent', claimed_at = $2 WHERE id = ANY($1::bigint[])", [
    ids,
    platform.clock.now(),
  ]);
  return ids.length;
}
