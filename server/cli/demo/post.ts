import type { Envelope, SendResult } from "@/server/channels/contract";
import type { Platform } from "@/server/platform";
import { type ClaimedMessage, claimDue } from "@/server/services/outbox/claim";
import { composeClaim } from "@/server/services/outbox/compose";
import { type Delivered, settleBatch } from "@/server/services/outbox/settle-batch";
import { type Arrived, isDead } from "./readers";

/** Claimed together: with the worker's ten, months of history would take minutes. */
const BATCH = 400;
const TAKEN: SendResult = { kind: "sent", response: "250 2.0.0 taken (demo history)" };
const BOUNCED: SendResult = { kind: "refused", bounced: true, response: "550 5.1.1 no such mailbox" };

/**
 * Sends what is due through the product's own claim, composition and settlement. Old mails are not kept, so only recent
 * ones go over SMTP into the sandbox. Answers what arrived.
 */
export async function sendDue(platform: Platform, actor: string, isKept: boolean): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  for (;;) {
    const claim = await claimDue(platform, { limit: BATCH, actor });
    if (claim.messages.length + claim.refused === 0) return arrived;
    if (claim.messages.length === 0) continue;
    const composed = await composeClaim(platform, claim, platform.clock.now().getTime());
    const envelopes = composed.flatMap((one) => (one.ok ? [one.envelope] : []));
    const answers = await answersFor(platform, envelopes, isKept);
    const delivered = composed.map((one): Delivered => {
      if (one.ok)
        return {
          message: one.message,
          renderHash: one.renderHash,
          result: answers.get(one.envelope.messageId) ?? TAKEN,
        };
      const { message, reasons, response } = one;
      return { message, renderHash: null, result: { kind: "withheld", reasons, response } };
    });
    await settleBatch(platform, claim.token, delivered, actor);
    for (const one of composed)
      if (one.ok && answers.get(one.envelope.messageId)?.kind === "sent")
        arrived.push(arrivalOf(one.message, one.envelope.to));
  }
}

async function answersFor(
  { senders }: Platform,
  envelopes: readonly Envelope[],
  isKept: boolean,
): Promise<Map<string, SendResult>> {
  const dead = envelopes.filter(({ to }) => isDead(to));
  const alive = envelopes.filter(({ to }) => !isDead(to));
  const results = isKept ? await senders.email.send(alive) : alive.map(() => TAKEN);
  return new Map([
    ...dead.map(({ messageId }): [string, SendResult] => [messageId, BOUNCED]),
    ...alive.map(({ messageId }, i): [string, SendResult] => [messageId, results[i] ?? TAKEN]),
  ]);
}

function arrivalOf({ id, customerId, campaignId, variant, offer }: ClaimedMessage, to: string): Arrived {
  const percent = offer?.kind === "percent" ? offer.value : 0;
  return {
    outboxId: id,
    customerId,
    campaignId,
    to,
    variant,
    offer: offer === null ? null : { code: offer.code, percent },
  };
}
