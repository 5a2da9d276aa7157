import { describe, expect, test } from "vitest";
import { line } from "../line";
import { aCustomer } from "../testing/a-customer";
import { aPlan } from "../testing/a-plan";
import { aShift } from "../testing/a-shift";
import { decideOne } from "../testing/decide-one";

describe("safety", () => {
  test("blocks with every reason that was found, and the trace names the guardrails", async () => {
    const { decision, trace, creative } = await decideOne(
      aPlan(),
      aCustomer({ emailConsent: null, emailSuppression: "complaint", vip: true }),
    );
    expect(decision).toMatchObject({ verdict: "blocked", node: "safety", sendAtMs: null });
    expect(decision.reasons).toEqual(["consent.missing", "suppression.listed", "high-value.vip"]);
    expect(trace.checks?.map(({ guardrail, level }) => `${guardrail} ${level}`)).toEqual([
      "consent block",
      "suppression block",
      "high-value doubt",
    ]);
    expect(trace.facts.permission).toEqual([null, "complaint", false]);
    expect(creative).toBeNull();
  });

  test("a permission that nobody could tell blocks", async () => {
    const { emailConsent: _, emailSuppression: __, ...rest } = aCustomer();
    const { shift } = aShift(aPlan(), { facts: new Map([[7, rest]]) });
    const [recorded] = await line.run([7], shift);
    expect(recorded?.decision).toMatchObject({ verdict: "blocked", node: "safety" });
    expect(recorded?.decision.reasons).toEqual(["guardrail.fact-missing", "guardrail.fact-missing"]);
  });
});
