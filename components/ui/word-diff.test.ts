import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

test.each([
  { before: "a b c", after: "a b c", parts: [["same", "a b c"]] },
  {
    before: "25 % off",
    after: "15 % off",
    parts: [
      ["removed", "25"],
      ["added", "15"],
      ["same", " % off"],
    ],
  },
  { before: "", after: "new", parts: [["added", "new"]] },
  { before: "old", after: "", parts: [["removed", "old"]] },
  { before: "", after: "", parts: [] },
])("from “$before” to “$after”", ({ before, after, parts }) => {
  expect(wordDiff(before, after).map((part) => [part.kind, part.text])).toEqual(parts);
});

test("the parts always rebuild both texts", () => {
  const text = fc
    .array(fc.constantFrom("the", "tent", " ", "\n", "25 %", "off"), { maxLength: 40 })
    .map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});
