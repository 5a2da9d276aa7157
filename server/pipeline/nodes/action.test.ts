import { describe, expect, test } from "vitest";
import { leftAlone } from "@/server/domain/left-alone";
import { DAY_MS } from "@/server/domain/time";
import { line } from "../line";
import { aCustomer } from "../testing/a-customer";
import { aPlan } from "../testing/a-plan";
import { aShift } from "../testing/a-shift";
import { decideOne } from "../testing/decide-one";

const PEOPLE = 6000;
const everyone = Array.from({ length: PEOPLE }, (_, i) => i + 1);

async function decideAll(plan: ReturnType<typeof aPlan>) {
  const facts = new Map(everyone.map((id) => [id, aCustomer()]));
  const recorded = await line.run(everyone, aShift(plan, { facts }).shift);
  return recorded.flatMap((one) => one ?? []);
}

describe("the draw", () => {
  test("each candidate is drawn as often as its logged propensity says, and every allowed one at times", async () => {
    const recorded = await decideAll(aPlan({ configuration: { exploration: 0.4 } }));
    const drawn = new Map<string, { n: number; propensity: number }>();
    for (const { decision } of recorded) {
      const key = `${decision.action} ${decision.offerId} ${decision.variant}`;
      const before = drawn.get(key);
      expect(before === undefined || before.propensity === decision.propensity).toBe(true);
      drawn.set(key, { n: (before?.n ?? 0) + 1, propensity: decision.propensity ?? 0 });
    }
    expect(drawn.size).toBe(8);
    const sum = [...drawn.values()].reduce((total, { propensity }) => total + propensity, 0);
    expect(sum).toBeCloseTo(1, 9);
    for (const { n, propensity } of drawn.values()) {
      const spread = 4.5 * Math.sqrt((propensity * (1 - propensity)) / PEOPLE);
      expect(Math.abs(n / PEOPLE - propensity)).toBeLessThan(spread);
    }
  });

  test("is the same again for the same run, and another for another", async () => {
    const draws = async (seed: number) =>
      (await decideAll(aPlan({ seed }))).map(({ decision }) => decision.variant).join("");
    expect(await draws(1)).toBe(await draws(1));
    expect(await draws(1)).not.toBe(await draws(2));
  });

  test("the trace keeps score and chance of every arm, and why one was refused", async () => {
    const plan = aPlan({ stockLeft: { "ten-percent": 0, "free-shipping": 5 } });
    const { trace } = await decideOne(plan, aCustomer());
    expect(plan.arms).toHaveLength(4);
    expect(trace.scores).toHaveLength(4);
    expect(trace.chances?.[0]).toBe(0);
    expect(trace.refused).toEqual({ 0: "offer.stock" });
    expect(trace.chances?.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  test("an offer given lately cools down", async () => {
    const plan = aPlan();
    const given = { "ten-percent": plan.atMs - 30 * DAY_MS };
    const { trace } = await decideOne(plan, aCustomer(), { given });
    expect(trace.refused).toEqual({ 0: "offer.cool-down" });
    expect(trace.given).toEqual(given);
  });

  test("where every candidate is refused nobody is written to, and the trace says why", async () => {
    const plan = aPlan({
      campaign: { actions: ["offer"] },
      stockLeft: { "ten-percent": 0, "free-shipping": 0 },
    });
    const { decision, trace } = await decideOne(plan, aCustomer());
    expect(decision).toMatchObject({
      verdict: "skipped",
      node: "action",
      reasons: ["action.none-allowed"],
      action: null,
    });
    expect(trace.refused).toEqual({ 0: "offer.stock", 1: "offer.stock" });
  });

  test("what was learned of a segment moves the choice", async () => {
    const tallies = (conversions: number) => ({ tries: 20_000, conversions });
    const plan = aPlan({
      configuration: { exploration: 0 },
      treated: { loyal: [tallies(300), tallies(300), tallies(900), tallies(300)] },
      control: { loyal: tallies(300) },
    });
    const { decision } = await decideOne(plan, aCustomer());
    expect(decision).toMatchObject({ segment: "loyal", action: "nudge", propensity: 0.5 });
  });
});

describe("who is left alone", () => {
  const split = { campaign: { holdoutShare: 0.2, rollout: 0.6 }, configuration: { globalHoldoutShare: 0.1 } };

  test("is so by the splits alone, and is recorded with segment and reason", async () => {
    const plan = aPlan(split);
    for (const { decision } of await decideAll(plan)) {
      const why = leftAlone(decision.customerId, {
        campaignId: plan.campaignId,
        rollout: 0.6,
        globalHoldout: 0.1,
        holdoutEpoch: plan.configuration.holdoutEpoch,
        campaignHoldout: 0.2,
      });
      const expected = {
        rollout: ["skipped", null, "action.outside-rollout"],
        global: ["holdout", "global", "holdout.global"],
        campaign: ["holdout", "campaign", "holdout.campaign"],
        none: ["sent-on", null, undefined],
      }[why ?? "none"];
      expect([decision.verdict, decision.holdout, decision.reasons[0]]).toEqual(expected);
      expect(decision.segment).toBe("loyal");
      expect(why === null).toBe(decision.action !== null);
    }
  });
});
