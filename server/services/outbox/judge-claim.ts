import type { CustomerFacts } from "@/server/domain/customer-facts";
import { UNKNOWN_ORDER_MINOR } from "@/server/domain/expected-order";
import { offerCostMinor } from "@/server/domain/offer-cost";
import { offersLeft, type Stock } from "@/server/domain/offer-stock";
import type { Configuration, Offer } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import { checkAll } from "@/server/guardrails/check-all";
import type { Draft } from "@/server/guardrails/contract";
import type { ClaimCampaign, DueMessage } from "@/server/store/outbox-claim.sql";
import type { LimitKind, Taken } from "@/server/store/reservations";

/** `wait`: not now, and nothing is recorded; `refuse`: never, with the reasons. */
export type ClaimVerdict =
  | { kind: "claim"; reservedMinor: number; taken: readonly Taken[] }
  | { kind: "refuse"; reasons: readonly string[] }
  | { kind: "wait" };

/** What a claim is judged by, as it stands inside the transaction. */
export type ClaimEvidence = {
  message: DueMessage;
  campaign: ClaimCampaign | undefined;
  facts: CustomerFacts | undefined;
  draft: Draft | undefined;
  /** the words that would leave hash to what was stored with them, and so to what was approved */
  isAsHashed: boolean;
  /** the offer under which the line decided */
  offer: Offer | null;
  configuration: Configuration;
  policy: Policy;
  /** of the products that offers name */
  stock: Stock;
  /** what earlier claims have taken, those of this batch included */
  used: (kind: LimitKind, key: string) => number;
  nowMs: number;
};

/**
 * Whether a message may be claimed now: its campaign, run and approval still stand, every guardrail lets it by again,
 * no doubt is raised that nobody has seen, and the hard limits have room. Pure.
 */
export function judgeClaim(evidence: ClaimEvidence): ClaimVerdict {
  const { message, campaign, policy, nowMs } = evidence;
  if (campaign?.state !== "live") return { kind: "wait" };
  const { review } = message;
  if (review?.state === "approved" && review.graceUntil !== null && review.graceUntil.getTime() > nowMs) {
    return { kind: "wait" };
  }
  const reasons = [...standingReasons(evidence), ...guardrailReasons(evidence, policy, nowMs)];
  if (reasons.length > 0) return { kind: "refuse", reasons: [...new Set(reasons)] };
  return judgeLimits(evidence, campaign);
}

/** What must still stand of the decision that put the message there. */
function standingReasons({ message, offer, configuration, isAsHashed }: ClaimEvidence): string[] {
  const { review, runState, isGone, offerId, creativeId } = message;
  const reasons: string[] = [];
  if (isGone) reasons.push("customer.gone");
  if (!isAsHashed) reasons.push("creative.altered");
  if (runState === "stopped" || runState === "failed") reasons.push("run.stopped");
  if (review !== null && review.state !== "approved") reasons.push("review.not-approved");
  else if (review !== null && (review.creativeId !== creativeId || !review.isSameContent)) {
    reasons.push("review.other-content");
  }
  const isOffered = configuration.offers.some(({ id, active }) => id === offerId && active);
  if (offerId !== null && (offer === null || !isOffered)) reasons.push("offer.withdrawn");
  return reasons;
}

/** Blocks, and doubts that neither the line nor a reviewer knew of. Missing facts or words block. */
function guardrailReasons({ message, facts, draft }: ClaimEvidence, policy: Policy, nowMs: number): string[] {
  if (facts === undefined || draft === undefined) return ["claim.incomplete"];
  const { findings } = checkAll(draft, facts, policy, nowMs);
  return findings
    .filter(({ finding }) => finding.level === "block" || !message.knownReasons.includes(finding.reason.code))
    .map(({ finding }) => finding.reason.code);
}

function judgeLimits(evidence: ClaimEvidence, campaign: ClaimCampaign): ClaimVerdict {
  const { message, facts, offer, configuration, used } = evidence;
  const { maxSends, budgetMinor } = campaign.body;
  const key = String(campaign.id);
  const orderMinor =
    facts !== undefined && facts.ownCurrencyOrders > 0
      ? facts.spendMinor / facts.ownCurrencyOrders
      : UNKNOWN_ORDER_MINOR;
  const touchCostMinor = configuration.touchCostMinor[message.channel];
  const reservedMinor = round4(touchCostMinor + offerCostMinor(offer, orderMinor));
  const current = configuration.offers.find(({ id }) => id === offer?.id);

  const reasons: string[] = [];
  if (maxSends !== null && used("campaign-sends", key) + 1 > maxSends) reasons.push("budget.sends");
  if (budgetMinor !== null && used("campaign-budget", key) + reservedMinor > budgetMinor)
    reasons.push("budget.spent");
  const left =
    current === undefined ? null : offersLeft(current, used("offer-stock", current.id), evidence.stock);
  if (left !== null && left < 1) reasons.push("offer.stock");
  if (reasons.length > 0) return { kind: "refuse", reasons };
  return { kind: "claim", reservedMinor, taken: takenBy(message, reservedMinor) };
}

/** What one claim takes of each limit; counted also where no limit is set yet. */
export const takenBy = (
  { campaignId, offerId }: Pick<DueMessage, "campaignId" | "offerId">,
  reservedMinor: number,
): Taken[] => [
  { kind: "campaign-sends", key: String(campaignId), amount: 1 },
  { kind: "campaign-budget", key: String(campaignId), amount: reservedMinor },
  ...(offerId === null ? [] : [{ kind: "offer-stock" as const, key: offerId, amount: 1 }]),
];

const round4 = (amount: number): number => Math.round(amount * 10_000) / 10_000;
