import { expect, test } from "vitest";
import { rowMove } from "./row-move";

test.each([
  { key: "ArrowDown", from: 4, to: 5 },
  { key: "ArrowUp", from: 0, to: 0 },
  { key: "PageDown", from: 4, to: 24 },
  { key: "PageUp", from: 4, to: 0 },
  { key: "PageDown", from: 95, to: 99 },
  { key: "Home", from: 80, to: 0 },
  { key: "End", from: 0, to: 99 },
  { key: "x", from: 3, to: null },
])("$key leads from row $from of a hundred to $to", ({ key, from, to }) => {
  expect(rowMove(key, from, 100, 20)).toBe(to);
});

test("in an empty list nothing moves", () => {
  expect(rowMove("End", 0, 0, 20)).toBeNull();
});
