import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "./configuration";
import { diff } from "./diff";
import { defaultPolicy } from "./policy";

describe("diff", () => {
  test("names the field that changed", () => {
    const stricter = { ...defaultPolicy, frequency: { ...defaultPolicy.frequency, maxEmails: 2 } };
    expect(diff(defaultPolicy, stricter)).toEqual([{ path: "frequency.maxEmails", before: 3, after: 2 }]);
  });

  test("compares offers by their id", () => {
    const [first, ...others] = defaultConfiguration.offers;
    const offers = [...others, { ...first, value: 15 }];
    expect(diff(defaultConfiguration, { ...defaultConfiguration, offers })).toEqual([
      { path: "offers[ten-percent].value", before: 10, after: 15 },
    ]);
  });

  test("says when only the order changed", () => {
    const list = [{ id: "a" }, { id: "b" }];
    expect(diff({ list }, { list: [...list].reverse() })).toEqual([
      { path: "list[order]", before: ["a", "b"], after: ["b", "a"] },
    ]);
  });

  test.each([
    { before: {}, after: { a: 1 }, change: { path: "a", before: undefined, after: 1 }, because: "added" },
    { before: { a: 1 }, after: {}, change: { path: "a", before: 1, after: undefined }, because: "removed" },
    {
      before: { a: ["x"] },
      after: { a: ["x", "y"] },
      change: { path: "a", before: ["x"], after: ["x", "y"] },
      because: "a list of words is one field",
    },
    {
      before: { a: null },
      after: { a: { b: 1 } },
      change: { path: "a", before: null, after: { b: 1 } },
      because: "nothing became something",
    },
    {
      before: { a: [] },
      after: { a: [{ id: "x" }] },
      change: { path: "a", before: [], after: [{ id: "x" }] },
      because: "an empty list has no ids",
    },
  ])("$because", ({ before, after, change }) => {
    expect(diff(before, after)).toEqual([change]);
  });

  test("a document does not differ from itself, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
          inner !== null && typeof inner === "object" && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        );
        expect(diff(JSON.parse(JSON.stringify(value)), shuffled)).toEqual([]);
      }),
    );
  });

  test("two documents that differ have at least one change", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [x, y] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        const isEqual = diff(x, y).length === 0;
        expect(isEqual).toBe(diff(y, x).length === 0);
      }),
    );
  });
});
