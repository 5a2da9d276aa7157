import { expect, test } from "vitest";
import { reviewRisk } from "./review-risk";

test("reasons add up without passing one, and an unknown one weighs half", () => {
  expect(reviewRisk([])).toBe(0);
  expect(reviewRisk(["review.sample"])).toBe(0.1);
  expect(reviewRisk(["high-value.vip", "complaint.open"])).toBe(0.94);
  expect(reviewRisk(["something.new"])).toBe(0.5);
  expect(reviewRisk(["complaint.open"])).toBeGreaterThan(reviewRisk(["review.all"]));
});
