import { expect, test } from "vitest";
import { tracedCandidates } from "./traced-candidates";

const arms = [
  { action: "nudge", offerId: null, channel: "email" },
  { action: "offer", offerId: "ten-percent", channel: "email" },
  { action: "offer", offerId: "free-shipping", channel: "email" },
] as const;
const drawn = { action: "offer", offerId: "free-shipping", channel: "email" };

test("the drawn one comes first, the others by score, each with why it was refused", () => {
  const trace = { scores: [12.5, 40, 30], chances: [0.2, 0, 0.8], refused: { 1: "offer.margin" as const } };
  expect(tracedCandidates(trace, arms, drawn)).toEqual([
    { ...arms[2], scoreMinor: 30, chance: 0.8, refused: null, isDrawn: true },
    { ...arms[1], scoreMinor: 40, chance: 0, refused: "offer.margin", isDrawn: false },
    { ...arms[0], scoreMinor: 12.5, chance: 0.2, refused: null, isDrawn: false },
  ]);
});

test("a decision that never reached the choice has candidates without figures", () => {
  const candidates = tracedCandidates({}, arms, { action: null, offerId: null, channel: null });
  expect(candidates).toHaveLength(3);
  expect(
    candidates.every(({ scoreMinor, chance, isDrawn }) => scoreMinor === null && chance === null && !isDrawn),
  ).toBe(true);
});
