import { offerFits } from "@/server/domain/arm";
import { candidateValue, type PricedArm, type Refused } from "@/server/domain/candidate-value";
import { expectedConversion, type Tally } from "@/server/domain/conversion";
import { drawnIndex, drawProbabilities } from "@/server/domain/draw";
import type { ActionKind, Channel } from "@/server/domain/goal";
import { leftAlone, type Splits } from "@/server/domain/left-alone";
import type { Moment } from "@/server/domain/moment";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Offer } from "@/server/domain/settings/configuration";
import { pass, stop, stopKnowing, type Verdict } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import type { Insights } from "./insights";
import type { Segmented } from "./segment";

/** What was weighed, aligned with the plan's arms. */
export type Weighed = {
  scores: readonly number[];
  /** of all variants of an arm together */
  chances: readonly number[];
  /** arm → why it was not allowed; undefined: all were */
  refused: Readonly<Record<number, Refused>> | undefined;
  given: Given | undefined;
};
export type Action = {
  kind: ActionKind;
  offer: Offer | null;
  channel: Channel;
  variant: string;
  /** chance with which exactly this candidate, with its variant, was drawn */
  propensity: number;
  weighed: Weighed;
};

/** offer → when it was last given to the customer */
type Given = Readonly<Record<string, number>>;
type In = Case & { goal: RunPlan; segment: Segmented; insights: Insights };
type Answer = {
  given: ReadonlyMap<number, Given>;
  /** segment → the plan's arms, priced for it */
  arms: ReadonlyMap<string, readonly PricedArm[]>;
};

/**
 * Leaves alone who is outside the rollout or held out; weighs every arm for the others, draws one and, evenly, one of
 * its variants. The draw is seeded by run and customer, so that a repeated chunk draws the same.
 */
export const action: Node<"action", In, Action, Answer> = {
  name: "action",
  version: 1,
  async ask(batch, { ports }) {
    const given = await ports.offersGiven(batch.map(({ customerId }) => customerId));
    const plan = batch[0]?.goal;
    const segments = [...new Set(batch.map(({ segment }) => segment.name))];
    return { given, arms: new Map(segments.map((name) => [name, pricedFor(name, plan)])) };
  },
  decide(item, answer, moment) {
    const { goal, customerId } = item;
    const why = leftAlone(customerId, splitsOf(goal));
    if (why === "rollout") return stop("skipped", { code: "action.outside-rollout" });
    if (why !== null) return stop("holdout", { code: `holdout.${why}` });
    return drawn(item, answer, moment);
  },
};

const splitsOf = ({ campaignId, campaign, configuration }: RunPlan): Splits => ({
  campaignId,
  rollout: campaign.rollout,
  campaignHoldout: campaign.holdoutShare,
  globalHoldout: configuration.globalHoldoutShare,
  holdoutEpoch: configuration.holdoutEpoch,
});

const NEVER: Tally = { tries: 0, conversions: 0 };

function pricedFor(segment: string, plan: RunPlan | undefined): PricedArm[] {
  if (plan === undefined) return [];
  const { arms, treated, control, configuration, population, stockLeft } = plan;
  return arms.map(({ action, offerId, channel }, i) => {
    const offer = configuration.offers.find(({ id }) => id === offerId) ?? null;
    return {
      offer,
      isForSegment: offer === null || offerFits(offer, segment),
      conversion: expectedConversion(action, treated[segment]?.[i] ?? NEVER, control[segment] ?? NEVER),
      margin: population.margin ?? configuration.defaultMargin,
      touchCostMinor: configuration.touchCostMinor[channel],
      stockLeft: offerId === null ? null : (stockLeft[offerId] ?? null),
    };
  });
}

function drawn({ customerId, goal, segment, insights }: In, answer: Answer, moment: Moment): Verdict<Action> {
  const priced = answer.arms.get(segment.name) ?? [];
  const { campaign, configuration } = goal;
  const given = answer.given.get(customerId);
  const weighed = weigh(priced, insights.orderMinor, given, configuration.exploration, moment.now);
  const index = drawnIndex(weighed.chances, moment.random());
  const arm = goal.arms[index];
  const variant = campaign.variants[Math.floor(moment.random() * campaign.variants.length)];
  if (arm === undefined || variant === undefined) {
    return stopKnowing<Action>({ weighed }, "skipped", [{ code: "action.none-allowed" }]);
  }
  return pass({
    kind: arm.action,
    offer: priced[index]?.offer ?? null,
    channel: arm.channel,
    variant,
    propensity: (weighed.chances[index] ?? 0) / campaign.variants.length,
    weighed,
  });
}

function weigh(
  arms: readonly PricedArm[],
  orderMinor: number,
  given: Given | undefined,
  exploration: number,
  nowMs: number,
): Weighed {
  const scores: number[] = [];
  const open: (number | null)[] = [];
  let refusals: Record<number, Refused> | undefined;
  for (const [i, arm] of arms.entries()) {
    const givenMs = arm.offer === null ? null : (given?.[arm.offer.id] ?? null);
    const { scoreMinor, refused } = candidateValue(arm, { orderMinor, givenMs }, nowMs);
    scores.push(scoreMinor);
    open.push(refused === null ? scoreMinor : null);
    if (refused === null) continue;
    refusals ??= {};
    refusals[i] = refused;
  }
  return { scores, chances: drawProbabilities(open, exploration), refused: refusals, given };
}
