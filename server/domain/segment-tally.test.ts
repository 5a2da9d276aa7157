import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addTallies,
  emptyTally,
  SAMPLE_SIZE,
  type SegmentTally,
  type Standing,
  segmentOfKey,
  tallyCustomer,
} from "./segment-tally";

const name = fc.constantFrom("champions", "at-risk", null);
const standings = fc.tuple(name, name, name, name).map(([a, b, c, d]): Standing[] => [
  { segmentation: "rfm", now: a, before: b },
  { segmentation: "behavioural", now: c, before: d },
]);
const people = fc.array(fc.record({ spend: fc.nat(1000), standings }), { maxLength: 60 });
type People = { spend: number; standings: Standing[] }[];

function tallyOf(given: People, firstId: number): SegmentTally {
  const tally = emptyTally();
  for (const [i, one] of given.entries()) tallyCustomer(tally, firstId + i, one.spend, one.standings);
  return tally;
}

const sorted = (tally: SegmentTally) => ({
  ...tally,
  sizes: Object.fromEntries(
    Object.entries(tally.sizes).map(([key, size]) => [key, { ...size, sample: size.sample.toSorted() }]),
  ),
});

test("a customer counts once in each segmentation, moves where the segment changed, and overlaps where both have one", () => {
  const tally = tallyOf(
    [
      {
        spend: 500,
        standings: [
          { segmentation: "rfm", now: "champions", before: "loyal" },
          { segmentation: "behavioural", now: "quiet", before: "quiet" },
        ],
      },
      {
        spend: 20,
        standings: [
          { segmentation: "rfm", now: null, before: null },
          { segmentation: "behavioural", now: "quiet", before: null },
        ],
      },
    ],
    1,
  );
  expect(tally).toEqual({
    customers: 2,
    sizes: {
      "rfm.champions": { customers: 1, spendMinor: 500, sample: [1] },
      "rfm.": { customers: 1, spendMinor: 20, sample: [2] },
      "behavioural.quiet": { customers: 2, spendMinor: 520, sample: [1, 2] },
    },
    moves: { "rfm.loyal>champions": 1, "behavioural.>quiet": 1 },
    overlaps: { "rfm.champions|behavioural.quiet": 1 },
  });
});

test("counting in parts and adding up is counting at once", () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const apart = addTallies(tallyOf(one, 1), tallyOf(other, 1 + one.length));
      expect(sorted(apart)).toEqual(sorted(tallyOf([...one, ...other], 1)));
    }),
  );
});

test("every segmentation's sizes add up to all customers, and a sample stays small", () => {
  fc.assert(
    fc.property(people, (given) => {
      const { sizes, customers } = tallyOf(given, 1);
      for (const segmentation of given.length === 0 ? [] : ["rfm", "behavioural"]) {
        const of = Object.entries(sizes).filter(([key]) => segmentOfKey(key).segmentation === segmentation);
        expect(of.reduce((sum, [, size]) => sum + size.customers, 0)).toBe(customers);
      }
      for (const { sample, customers: n } of Object.values(sizes))
        expect(sample).toHaveLength(Math.min(n, SAMPLE_SIZE));
    }),
  );
});
