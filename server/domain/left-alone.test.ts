import { expect, test } from "vitest";
import { leftAlone, type Splits } from "./left-alone";

const splits: Splits = {
  campaignId: 7,
  rollout: 0.5,
  globalHoldout: 0.05,
  holdoutEpoch: "1",
  campaignHoldout: 0.1,
};
const everyone = Array.from({ length: 50_000 }, (_, i) => i + 1);
const share = (given: Splits, why: ReturnType<typeof leftAlone>) =>
  everyone.filter((id) => leftAlone(id, given) === why).length / everyone.length;

test("each share is kept, among those who are left by the one before", () => {
  expect(share(splits, "rollout")).toBeCloseTo(0.5, 1.5);
  expect(share(splits, "global")).toBeCloseTo(0.5 * 0.05, 2);
  expect(share(splits, "campaign")).toBeCloseTo(0.5 * 0.95 * 0.1, 2);
});

test("a wider rollout keeps everybody who was in, and their holdouts", () => {
  for (const id of everyone.slice(0, 2000)) {
    const before = leftAlone(id, splits);
    if (before !== "rollout") expect(leftAlone(id, { ...splits, rollout: 0.9 })).toBe(before);
  }
});

test("nobody is left alone at full rollout without holdouts; everybody at none", () => {
  const open = { ...splits, rollout: 1, globalHoldout: 0, campaignHoldout: 0 };
  expect(share(open, null)).toBe(1);
  expect(share({ ...open, rollout: 0 }, "rollout")).toBe(1);
});

test("the company's holdout is the same in every campaign; the campaign's is not", () => {
  const other = { ...splits, campaignId: 8, rollout: 1 };
  const here = { ...splits, rollout: 1 };
  const held = everyone.filter((id) => leftAlone(id, here) === "global");
  expect(held.every((id) => leftAlone(id, other) === "global")).toBe(true);
  const own = everyone.filter((id) => leftAlone(id, here) === "campaign");
  const shared = own.filter((id) => leftAlone(id, other) === "campaign").length / own.length;
  expect(shared).toBeLessThan(0.15);
});
