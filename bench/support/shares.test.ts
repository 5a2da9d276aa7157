import { expect, test } from "vitest";
import { offTarget } from "./shares";

const good = { toOutboxShare: 0.71, heldShare: 0.051, candidates: 6 };

test("the customers that the figures are about pass", () => {
  expect(offTarget(100_000, good)).toEqual([]);
});

test.each([
  [{ toOutboxShare: 0.59 }, /reach the outbox/],
  [{ heldShare: 0.03 }, /held/],
  [{ heldShare: 0.07 }, /held/],
  [{ candidates: 2 }, /candidates/],
])("others do not: %o", (wrong, fault) => {
  expect(offTarget(100_000, { ...good, ...wrong })).toEqual([expect.stringMatching(fault)]);
});

test("a few customers say nothing about shares", () => {
  expect(offTarget(500, { ...good, heldShare: 0.09 })).toEqual([]);
});
