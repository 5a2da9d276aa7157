import { z } from "zod";
import type { Envelope, SendResult } from "@/server/channels/contract";
import { type Context, nameOf } from "@/server/context";
import { MINUTE_MS } from "@/server/domain/time";
import { job } from "../verb";
import { type Claim, claimDue } from "./claim";
import { type Composed, composeClaim } from "./compose";
import { failpoint } from "./failpoint";
import { type Delivered, type DeliveryCounts, settleBatch } from "./settle-batch";

/**
 * Messages claimed at a time, all of them on their way at once. Were more claimed than are under way, a killed worker
 * would leave more uncertain than it had begun.
 */
export const IN_FLIGHT = 10;

/** Nothing is handed over when less than this is left of the lease: sending takes that long at worst. */
const LEASE_MARGIN_MS = 3 * MINUTE_MS;

/**
 * Sends what is due, up to `limit` messages, by claims of ten. Answers counts; `claimed` 0 means that there is nothing
 * to do now: nothing is due, others hold it, or the provider does not answer (`pausedMs`, until when it is left alone).
 */
export const deliverDue = job(
  { input: z.object({ limit: z.number().int().min(1).max(10_000).default(200) }).prefault({}) },
  async ({ ctx, input: { limit } }) => {
    const total = { claimed: 0, sent: 0, uncertain: 0, refused: 0, later: 0, pausedMs: 0 };
    while (total.claimed < limit) {
      total.pausedMs = ctx.platform.senders.email.pausedMs?.() ?? 0;
      if (total.pausedMs > 0) break;
      const { claimed, refusedAtClaim, counts } = await deliverBatch(
        ctx,
        Math.min(IN_FLIGHT, limit - total.claimed),
      );
      total.claimed += claimed;
      total.sent += counts.sent;
      total.uncertain += counts.uncertain;
      total.refused += counts.refused + refusedAtClaim;
      total.later += counts.later;
      if (claimed + refusedAtClaim === 0) break;
    }
    return total;
  },
);

const NOTHING: DeliveryCounts = { sent: 0, uncertain: 0, refused: 0, later: 0 };

async function deliverBatch(
  { platform, actor }: Context,
  limit: number,
): Promise<{ claimed: number; refusedAtClaim: number; counts: DeliveryCounts }> {
  const name = nameOf(actor);
  const claim = await claimDue(platform, { limit, actor: name });
  const claimed = claim.messages.length;
  if (claimed === 0) return { claimed, refusedAtClaim: claim.refused, counts: NOTHING };
  failpoint("after-claim");
  const composed = await composeOrRelease(platform, claim, name);
  const delivered = await handOver(platform, claim, composed);
  failpoint("after-data");
  const counts = await settleBatch(platform, claim.token, delivered, name);
  return { claimed, refusedAtClaim: claim.refused, counts };
}

/** Composes; where that breaks as a whole, no byte has left: the claims go back, and the failure goes up. */
async function composeOrRelease(
  platform: Context["platform"],
  claim: Claim,
  actor: string,
): Promise<readonly Composed[]> {
  try {
    return await composeClaim(platform, claim, platform.clock.now().getTime());
  } catch (error) {
    const response = `not composed: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    const released = claim.messages.map((message): Delivered => {
      return {
        message,
        renderHash: null,
        result: { kind: "later", response, retryAfterMs: 0 },
      };
    });
    await settleBatch(platform, claim.token, released, actor);
    throw error;
  }
}

type Ready = Extract<Composed, { ok: true }>;

/** Hands the batch to its channel, unless the lease is nearly over: then it goes back untouched. */
async function handOver(
  { senders, clock }: Context["platform"],
  claim: Claim,
  composed: readonly Composed[],
): Promise<Delivered[]> {
  const ready = composed.filter((one): one is Ready => one.ok);
  const isLate = claim.leaseUntil.getTime() - clock.now().getTime() < LEASE_MARGIN_MS;
  const results = isLate
    ? ready.map(() => TOO_LATE)
    : await sendAll(
        senders.email,
        ready.map(({ envelope }) => envelope),
      );
  const byMessage = new Map(ready.map((one, i) => [one.message.id, results[i] ?? NO_ANSWER]));
  return composed.map((one) =>
    one.ok
      ? {
          message: one.message,
          renderHash: one.renderHash,
          result: byMessage.get(one.message.id) ?? NO_ANSWER,
        }
      : {
          message: one.message,
          renderHash: null,
          result: { kind: "withheld", reasons: one.reasons, response: one.response },
        },
  );
}

const TOO_LATE: SendResult = { kind: "later", response: "the lease was nearly over", retryAfterMs: 0 };
const NO_ANSWER: SendResult = { kind: "uncertain", response: "the channel gave no answer for this message" };

/** A channel that throws as a whole says nothing about any message: each may have left. */
async function sendAll(
  sender: Context["platform"]["senders"]["email"],
  envelopes: readonly Envelope[],
): Promise<readonly SendResult[]> {
  try {
    return await sender.send(envelopes);
  } catch (error) {
    const response = `the channel failed: ${error instanceof Error ? error.message : String(error)}`.slice(
      0,
      300,
    );
    return envelopes.map(() => ({ kind: "uncertain", response }));
  }
}
