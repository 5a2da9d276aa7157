import { z } from "zod";
import type { Platform } from "@/server/platform";
import { job } from "../../verb";
import { type Claim, claimDue } from "../claim";
import { type Composed, composeClaim } from "../compose";
import { failpoint } from "../failpoint";
import { type Delivered, settleBatch } from "../settle-batch";

/** What the product's own file is imported for besides. */
export const IN_FLIGHT = 10;
const ACTOR = "mutant";

/** What must not be done: sends first and records afterwards. It stands in for `deliver-due.ts` where a test must turn red. */
export const deliverDue = job({ input: z.object({}).prefault({}) }, async ({ ctx }) => ({
  claimed: await sendThenRecord(ctx.platform),
}));

/** One batch; answers how many messages were in it. All else is as the product does it, so that this alone is found out. */
export async function sendThenRecord(platform: Platform): Promise<number> {
  const claim = await claimDue(platform, { limit: IN_FLIGHT, actor: ACTOR });
  await unclaim(platform, claim);
  const composed = await composeClaim(platform, claim, platform.clock.now().getTime());
  const delivered = await sendAll(platform, composed);
  failpoint("after-data");
  await claimAgain(platform, claim);
  await settleBatch(platform, claim.token, delivered, ACTOR);
  return claim.messages.length;
}

const idsOf = ({ messages }: Claim): number[] => messages.map(({ id }) => id);

/** Takes the claim back at once, as if it had never been written. */
const unclaim = ({ database }: Platform, claim: Claim) =>
  database.sql.rows(
    "UPDATE outbox SET state = 'ready', claimed_at = NULL, lease_until = NULL WHERE id = ANY($1::bigint[])",
    [idsOf(claim)],
  );

const claimAgain = ({ database, clock }: Platform, claim: Claim) =>
  database.sql.rows(
    `UPDATE outbox SET state = 'claimed', claimed_by = $2, claimed_at = $3, lease_until = $4
     WHERE id = ANY($1::bigint[]) AND state = 'ready'`,
    [idsOf(claim), claim.token, clock.now(), claim.leaseUntil],
  );

async function sendAll({ senders }: Platform, composed: readonly Composed[]): Promise<Delivered[]> {
  const results = await senders.email.send(composed.flatMap((one) => (one.ok ? [one.envelope] : [])));
  const answers = results.values();
  return composed.map((one): Delivered => {
    const { message } = one;
    if (!one.ok)
      return {
        message,
        renderHash: null,
        result: { kind: "withheld", reasons: one.reasons, response: one.response },
      };
    const result = answers.next().value ?? { kind: "uncertain", response: "no answer" };
    return { message, renderHash: one.renderHash, result };
  });
}
