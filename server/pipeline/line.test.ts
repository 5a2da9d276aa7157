import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VERDICTS } from "@/server/domain/decision";
import { anyFacts } from "@/server/domain/testing/any-facts";
import { line } from "./line";
import { goal } from "./nodes/goal";
import { insights } from "./nodes/insights";
import { message } from "./nodes/message";
import { route } from "./nodes/route";
import { safety } from "./nodes/safety";
import { segment } from "./nodes/segment";
import { startOf } from "./start-of";
import { aCustomer } from "./testing/a-customer";
import { aPlan } from "./testing/a-plan";
import { aShift } from "./testing/a-shift";

describe("the order of the nodes", () => {
  test("is that of the process", () => {
    expect(Object.keys(line.stations)).toEqual([
      "goal",
      "route",
      "segment",
      "insights",
      "action",
      "message",
      "safety",
      "review",
      "deliver",
      "record",
    ]);
  });

  test("a node that stands before a fact which it needs does not compile", () => {
    const begun = startOf().to(goal);
    // @ts-expect-error: no segmentor was chosen yet
    begun.to(segment);
    // @ts-expect-error: neither insights nor an action are there yet
    begun.to(route).to(segment).to(message);
    // @ts-expect-error: safety needs the words
    begun.to(route).to(segment).to(insights).to(safety);
    // @ts-expect-error: nothing can be routed without a goal
    startOf().to(route);
    expect(Object.keys(begun.stations)).toEqual(["goal"]);
  });
});

const split = {
  campaign: { holdoutShare: 0.2, rollout: 0.7, reviewSample: 0.2 },
  configuration: { globalHoldoutShare: 0.1 },
};
const people = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), anyFacts), {
  minLength: 1,
  maxLength: 12,
  selector: ([id]) => id,
});

describe("with prices fixed", () => {
  test("a batch decides as its customers would one by one, in any order", async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.integer(), async (given, seed) => {
        const plan = aPlan({ ...split, seed });
        const facts = new Map(given);
        const ids = given.map(([id]) => id);
        const together = await line.run(ids, aShift(plan, { facts }).shift);
        const alone = await Promise.all(ids.map((id) => line.run([id], aShift(plan, { facts }).shift)));
        expect(together).toEqual(alone.flat());
        const reversed = await line.run([...ids].reverse(), aShift(plan, { facts }).shift);
        expect([...reversed].reverse()).toEqual(together);
      }),
      { numRuns: 60 },
    );
  });

  test("everybody gets exactly one record with a verdict, also who does not exist", async () => {
    await fc.assert(
      fc.asyncProperty(people, async (given) => {
        const ids = [...given.map(([id]) => id), 2_000_000];
        const recorded = await line.run(ids, aShift(aPlan(split), { facts: new Map(given) }).shift);
        expect(recorded.map((one) => one?.decision.customerId)).toEqual(ids);
        for (const one of recorded) {
          expect(VERDICTS).toContain(one?.decision.verdict);
          expect(Object.keys(line.stations)).toContain(one?.decision.node);
        }
        expect(recorded.at(-1)?.decision).toMatchObject({
          verdict: "skipped",
          node: "segment",
          reasons: ["segment.unknown-customer"],
        });
      }),
      { numRuns: 40 },
    );
  });

  test("nothing that is sent on lacks words, a time or a chance above zero; nothing else has a time", async () => {
    await fc.assert(
      fc.asyncProperty(people, async (given) => {
        const plan = aPlan(split);
        const recorded = await line.run(
          given.map(([id]) => id),
          aShift(plan, { facts: new Map(given) }).shift,
        );
        for (const one of recorded) {
          const { verdict, sendAtMs, creativeId, propensity } = one?.decision ?? { verdict: null };
          const goesOn = verdict === "sent-on" || verdict === "held";
          expect(sendAtMs === null || (sendAtMs ?? 0) >= plan.atMs).toBe(true);
          expect([sendAtMs !== null, one?.creative !== null]).toEqual([goesOn, goesOn]);
          expect(!goesOn || (creativeId !== null && (propensity ?? 0) > 0)).toBe(true);
          expect((one?.why.length ?? 0) > 0).toBe(verdict === "held");
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("what a batch asks", () => {
  test("each question once, whatever its size, and no fact twice", async () => {
    const facts = new Map(Array.from({ length: 20 }, (_, i) => [i + 1, aCustomer()]));
    const { shift, asked } = aShift(aPlan(), { facts });
    await line.run([...facts.keys()], shift);
    expect(asked).toEqual([
      "plan",
      "person orders",
      "behaviour messages tickets",
      "offers given",
      "words",
      "permission",
    ]);
  });

  test("nothing more once nobody is left", async () => {
    const { shift, asked } = aShift(aPlan({ campaign: { rollout: 0 } }), {
      facts: new Map([[1, aCustomer()]]),
    });
    await line.run([1], shift);
    expect(asked).not.toContain("words");
    expect(asked).not.toContain("permission");
  });

  test("the event loop gets its turns", async () => {
    const facts = new Map(Array.from({ length: 1000 }, (_, i) => [i + 1, aCustomer()]));
    const { shift } = aShift(aPlan(), { facts });
    let turns = 0;
    await line.run([...facts.keys()], {
      ...shift,
      breathe: async () => {
        turns++;
      },
    });
    expect(turns).toBeGreaterThan(20);
  });
});
