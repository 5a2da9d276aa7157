import fc from "fast-check";
import { expect, test } from "vitest";
import { SECOND_MS } from "./time";
import { TokenBuckets } from "./token-buckets";

test("a burst passes, what comes after it waits, and each key has its own", () => {
  const buckets = new TokenBuckets<string>({ perSecond: 10, burst: 20 });
  expect(Array.from({ length: 20 }, () => buckets.take("a", 1, 0))).toEqual(Array(20).fill(0));
  expect(buckets.take("a", 1, 0)).toBe(1);
  expect(buckets.take("b", 1, 0)).toBe(0);
  expect(buckets.take("a", 1, SECOND_MS)).toBe(0);
});

test("more than a bucket holds is taken at once and paid for afterwards", () => {
  const buckets = new TokenBuckets<string>({ perSecond: 10, burst: 20 });
  expect(buckets.take("a", 120, 0)).toBe(0);
  expect(buckets.take("a", 1, 0)).toBe(11);
  expect(buckets.take("a", 1, 9 * SECOND_MS)).toBe(2);
  expect(buckets.take("a", 1, 11 * SECOND_MS)).toBe(0);
});

test("asking for nothing takes nothing, and a limit of nothing is none", () => {
  const buckets = new TokenBuckets<string>({ perSecond: 1, burst: 1 });
  for (let n = 0; n < 100; n++) expect(buckets.take("a", 0, 0)).toBe(0);
  expect(buckets.take("a", 1, 0)).toBe(0);
  expect(buckets.take("a", 0, 0)).toBe(1);
  const open = new TokenBuckets<string>({ perSecond: 0, burst: 0 });
  for (let n = 0; n < 1000; n++) expect(open.take("a", 1, 0)).toBe(0);
});

test("whoever waits as long as they are told gets in", () => {
  fc.assert(
    fc.property(
      fc.record({ perSecond: fc.integer({ min: 1, max: 1000 }), burst: fc.integer({ min: 1, max: 1000 }) }),
      fc.array(
        fc.record({ cost: fc.integer({ min: 1, max: 5000 }), waitMs: fc.integer({ min: 0, max: 1000 }) }),
      ),
      (limit, calls) => {
        const buckets = new TokenBuckets<number>(limit);
        let nowMs = 0;
        for (const { cost, waitMs } of calls) {
          nowMs += waitMs;
          const seconds = buckets.take(1, cost, nowMs);
          if (seconds === 0) continue;
          nowMs += seconds * SECOND_MS;
          expect(buckets.take(1, cost, nowMs)).toBe(0);
        }
      },
    ),
  );
});

test("a clock that is put back lends nothing", () => {
  const buckets = new TokenBuckets<string>({ perSecond: 10, burst: 1 });
  expect(buckets.take("a", 1, 60_000)).toBe(0);
  expect(buckets.take("a", 1, 0)).toBe(1);
});

test("a flood of keys does not lift the limit of the one that came last", () => {
  const buckets = new TokenBuckets<number>({ perSecond: 1, burst: 1 });
  for (let key = 0; key < 50_000; key++) {
    expect(buckets.take(key, 1, 0)).toBe(0);
    expect(buckets.take(key, 1, 0)).toBe(1);
  }
});

test("what is given back can be taken again, and no more than a bucket holds", () => {
  const buckets = new TokenBuckets<string>({ perSecond: 1, burst: 2 });
  for (let n = 0; n < 10; n++) {
    expect(buckets.take("a", 1, 0)).toBe(0);
    buckets.giveBack("a", 1, 0);
  }
  buckets.giveBack("a", 5, 0);
  buckets.giveBack("never seen", 5, 0);
  expect([1, 2, 3].map(() => buckets.take("a", 1, 0))).toEqual([0, 0, 1]);
  expect([1, 2, 3].map(() => buckets.take("never seen", 1, 0))).toEqual([0, 0, 1]);
});
