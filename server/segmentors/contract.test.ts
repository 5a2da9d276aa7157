import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { anyFacts, anyPopulation, NOW_MS } from "@/server/domain/testing/any-facts";
import type { Segmentor } from "./contract";
import { segmentorOf, segmentors } from "./index";

const all = Object.entries<Segmentor>(segmentors);
const EMPTY = {
  buyers: 0,
  silenceDaysCuts: [],
  ordersCuts: [],
  spendMinorCuts: [],
  averageOrderMinor: null,
  margin: null,
};

test("every file in the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !/^(index|contract)\.|\.test\./.test(file));
  expect(Object.keys(segmentors).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, "")).sort());
});

test("an id that is not registered, nor a name that every object has, is no segmentor", () => {
  expect(segmentorOf("constructor")).toBeUndefined();
  expect(segmentorOf("nothing")).toBeUndefined();
  expect(segmentorOf("rfm")).toBe(segmentors.rfm);
});

describe.each(all)("%s", (_id, one) => {
  test("knows a stranger, in a company without orders, by none of its segments", () => {
    expect(one.prepare({}, EMPTY)(BLANK_FACTS, NOW_MS)).toBeNull();
  });

  test("gives null where a fact that it needs was not asked for", () => {
    for (const need of one.needs) {
      const facts = { ...BLANK_FACTS, lastOrderMs: NOW_MS, orders: 3, [need]: undefined };
      expect(one.prepare({}, EMPTY)(facts, NOW_MS)).toBeNull();
    }
  });

  test("answers anybody with one of its segments or null, and the same again", () => {
    fc.assert(
      fc.property(anyFacts, anyPopulation, (facts, population) => {
        const assign = one.prepare({}, population);
        const segment = assign(facts, NOW_MS);
        expect(segment === null || Object.hasOwn(one.segments, segment)).toBe(true);
        expect(one.prepare({}, population)(facts, NOW_MS)).toBe(segment);
      }),
    );
  });

  test("reads nothing but what it declares", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyPopulation, (facts, other, population) => {
        const kept = Object.fromEntries(one.needs.map((need) => [need, facts[need]]));
        const assign = one.prepare({}, population);
        expect(assign({ ...other, ...kept }, NOW_MS)).toBe(assign(facts, NOW_MS));
      }),
    );
  });

  test("refuses settings that make no sense, before anybody is decided", () => {
    expect(() => one.prepare("nonsense", EMPTY)).toThrow();
  });

  test("says of each of its segments, and of no other, who belongs to it", () => {
    const rules = one.rules({});
    expect(Object.keys(rules).sort()).toEqual(Object.keys(one.segments).sort());
    for (const rule of Object.values(rules)) expect(rule).toMatch(/^[A-Z].*\.$/);
  });

  test("says what it is called", () => {
    expect(one.title.length).toBeGreaterThan(3);
    expect(Object.keys(one.segments).every((id) => /^[a-z][a-z-]+$/.test(id))).toBe(true);
  });
});
