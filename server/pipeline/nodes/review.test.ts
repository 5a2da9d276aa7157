import { describe, expect, test } from "vitest";
import type { Autonomy } from "@/server/domain/campaign-state";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { line } from "../line";
import type { Words } from "../ports";
import { aCustomer } from "../testing/a-customer";
import { aPlan, wordsFor } from "../testing/a-plan";
import { aShift } from "../testing/a-shift";
import { decideOne } from "../testing/decide-one";

type Writer = Words["creative"]["writtenBy"];
const words = (plan: ReturnType<typeof aPlan>, writtenBy: Writer, approved: boolean): Words[] =>
  wordsFor(plan).map((one) => ({ ...one, approved, creative: { ...one.creative, writtenBy } }));

describe("who looks first", () => {
  test.each<{
    autonomy: Autonomy;
    by?: Writer;
    approved?: boolean;
    vip?: boolean;
    fourEyes?: boolean;
    verdict: string;
    why: string[];
  }>([
    { autonomy: "observe", verdict: "skipped", why: [] },
    { autonomy: "observe", vip: true, verdict: "skipped", why: [] },
    { autonomy: "review-all", verdict: "held", why: ["review.all"] },
    { autonomy: "review-all", approved: true, verdict: "held", why: ["review.all"] },
    { autonomy: "review-flagged", verdict: "sent-on", why: [] },
    { autonomy: "review-flagged", by: "model", verdict: "held", why: ["review.words-unapproved"] },
    { autonomy: "review-flagged", by: "model", approved: true, verdict: "sent-on", why: [] },
    { autonomy: "review-flagged", by: "person", verdict: "sent-on", why: [] },
    {
      autonomy: "review-flagged",
      by: "person",
      fourEyes: true,
      verdict: "held",
      why: ["review.words-unapproved"],
    },
    { autonomy: "review-flagged", by: "person", fourEyes: true, approved: true, verdict: "sent-on", why: [] },
    { autonomy: "review-flagged", vip: true, verdict: "held", why: ["high-value.vip"] },
    {
      autonomy: "review-flagged",
      by: "model",
      vip: true,
      verdict: "held",
      why: ["high-value.vip", "review.words-unapproved"],
    },
    { autonomy: "autonomous", by: "model", verdict: "sent-on", why: [] },
    { autonomy: "autonomous", vip: true, verdict: "held", why: ["high-value.vip"] },
  ])("$autonomy, written by $by, approved $approved, VIP $vip: $verdict", async (given) => {
    const { autonomy, by = "rules", approved = false, vip = false, fourEyes = false, verdict, why } = given;
    const plan = aPlan({
      campaign: { autonomy },
      policy: { ...defaultPolicy, review: { ...defaultPolicy.review, fourEyes } },
    });
    const recorded = await decideOne(plan, aCustomer({ vip }), { words: words(plan, by, approved) });
    expect(recorded.decision.verdict).toBe(verdict);
    expect(recorded.why.map(({ code }) => code)).toEqual(why);
    const skipped = vip ? ["high-value.vip", "review.observe"] : ["review.observe"];
    expect(recorded.decision.reasons).toEqual(verdict === "skipped" ? skipped : why);
  });

  test("a sample of what would pass is held, another one in the next run", async () => {
    const people = Array.from({ length: 3000 }, (_, i) => i + 1);
    const sampled = async (runId: number) => {
      const plan = aPlan({ runId, campaign: { reviewSample: 0.1 } });
      const facts = new Map(people.map((id) => [id, aCustomer()]));
      const recorded = await line.run(people, aShift(plan, { facts }).shift);
      return recorded.flatMap((one) => (one?.decision.verdict === "held" ? [one.decision] : []));
    };
    const first = await sampled(1);
    expect(first.length / people.length).toBeCloseTo(0.1, 1.3);
    expect(first.every(({ reasons }) => reasons.join() === "review.sample")).toBe(true);
    const again = new Set((await sampled(2)).map(({ customerId }) => customerId));
    const both = first.filter(({ customerId }) => again.has(customerId)).length;
    expect(both / first.length).toBeLessThan(0.2);
  });
});
