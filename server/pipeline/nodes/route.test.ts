import { expect, test } from "vitest";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { chooseSegmentor } from "../choose-segmentor";
import { aCustomer } from "../testing/a-customer";
import { aPlan } from "../testing/a-plan";
import { decideOne } from "../testing/decide-one";

test.each([
  { goal: "win-back", enabled: ["rfm", "behavioural"], chosen: "rfm" },
  { goal: "reduce-churn", enabled: ["rfm", "behavioural"], chosen: "behavioural" },
  { goal: "reduce-churn", enabled: ["rfm"], chosen: "rfm" },
  { goal: "feature-adoption", enabled: ["rfm"], chosen: null },
  { goal: "win-back", enabled: [], chosen: null },
] as const)("$goal with $enabled: $chosen", ({ goal, enabled, chosen }) => {
  expect(chooseSegmentor(goal, { ...defaultConfiguration, enabledSegmentors: [...enabled] })).toBe(chosen);
});

test("a segmentor that does not exist is passed over", () => {
  const goals = {
    ...defaultConfiguration.goals,
    "win-back": { ...defaultConfiguration.goals["win-back"], segmentors: ["toString", "behavioural"] },
  };
  const configuration = { ...defaultConfiguration, goals, enabledSegmentors: ["toString", "behavioural"] };
  expect(chooseSegmentor("win-back", configuration)).toBe("behavioural");
});

test("without a segmentor nobody is spoken to", async () => {
  const { decision } = await decideOne(aPlan({ configuration: { enabledSegmentors: [] } }), aCustomer());
  expect(decision).toMatchObject({ verdict: "skipped", node: "route", reasons: ["route.no-segmentor"] });
});
