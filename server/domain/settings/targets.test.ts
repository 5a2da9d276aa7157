import { expect, test } from "vitest";
import { GOAL_KPIS } from "../kpi/goal-kpis";
import { defaultTargets, targets } from "./targets";

const complaints = (figures: object) =>
  targets.safeParse({ figures }).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("without a word of the company the marks are the design's", () => {
  expect(defaultTargets.currency).toBe("USD");
  expect(defaultTargets.figures.revenuePerTouch).toEqual({ baseline: 0.45, target: 0.61 });
  expect(defaultTargets.figures.violations).toEqual({ baseline: null, target: 0 });
  expect(defaultTargets.figures.orderValue).toEqual({ baseline: null, target: null });
  expect(Object.keys(defaultTargets.figures).sort()).toEqual([...GOAL_KPIS].sort());
});

test("a company may set one figure and leave the others", () => {
  const set = targets.parse({ figures: { churn: { baseline: 0.06, target: null } } });
  expect(set.figures).toEqual({ ...defaultTargets.figures, churn: { baseline: 0.06, target: null } });
});

test.each([
  {
    figures: { revenuePerTouch: { baseline: 0.61, target: 0.45 } },
    says: "figures.revenuePerTouch.target: must lie above where the figure began",
  },
  {
    figures: { churn: { baseline: 0.04, target: 0.04 } },
    says: "figures.churn.target: must lie below where the figure began",
  },
  {
    figures: { openRate: { baseline: null, target: 28 } },
    says: "figures.openRate.target: may not lie above 100 %",
  },
  {
    figures: { launchTime: { baseline: -1, target: null } },
    says: "figures.launchTime.baseline: may not lie below zero",
  },
  {
    figures: { workHours: { baseline: "forty", target: 16 } },
    says: "figures.workHours.baseline: give a number, or leave it empty",
  },
])("$says", ({ figures, says }) => {
  expect(complaints(figures)).toEqual([says]);
});
