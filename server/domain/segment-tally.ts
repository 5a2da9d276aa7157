import { place } from "./split";

/** Where one customer stands in one segmentation, now and a day before; null: in no segment of its own. */
export type Standing = { segmentation: string; now: string | null; before: string | null };

/**
 * What a count of segments has found so far. Keys: `rfm.champions` for a segment, `rfm.` for none;
 * `rfm.loyal>champions` for a move; `rfm.champions|behavioural.quiet` for an overlap.
 */
export type SegmentTally = {
  customers: number;
  sizes: Record<string, { customers: number; spendMinor: number; sample: number[] }>;
  moves: Record<string, number>;
  overlaps: Record<string, number>;
};

/** Customers of a segment that are kept as examples. */
export const SAMPLE_SIZE = 12;
const SAMPLE_SALT = "segment-sample";

export const emptyTally = (): SegmentTally => ({ customers: 0, sizes: {}, moves: {}, overlaps: {} });

/** The key of a segment, `rfm.champions`; of none, `rfm.`. */
export const segmentKey = (segmentation: string, segment: string | null): string =>
  `${segmentation}.${segment ?? ""}`;

/** The parts of a segment's key. */
export function segmentOfKey(key: string): { segmentation: string; segment: string } {
  const dot = key.indexOf(".");
  return { segmentation: key.slice(0, dot), segment: key.slice(dot + 1) };
}

/** Adds one customer to a tally, in place. `spendMinor` is what they spent in the last 365 days. */
export function tallyCustomer(
  tally: SegmentTally,
  customerId: number,
  spendMinor: number,
  standings: readonly Standing[],
): void {
  tally.customers++;
  for (const standing of standings) addStanding(tally, customerId, spendMinor, standing);
  const named = standings.flatMap(({ segmentation, now }) =>
    now === null ? [] : [segmentKey(segmentation, now)],
  );
  for (const [i, one] of named.entries())
    for (const other of named.slice(i + 1)) addOne(tally.overlaps, `${one}|${other}`);
}

function addStanding(
  tally: SegmentTally,
  customerId: number,
  spendMinor: number,
  { segmentation, now, before }: Standing,
): void {
  const key = segmentKey(segmentation, now);
  tally.sizes[key] ??= { customers: 0, spendMinor: 0, sample: [] };
  const size = tally.sizes[key];
  size.customers++;
  size.spendMinor += spendMinor;
  size.sample = sampleOf([...size.sample, customerId]);
  if (now !== before) addOne(tally.moves, `${segmentation}.${before ?? ""}>${now ?? ""}`);
}

const addOne = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** The tally of two disjoint sets of customers together. */
export function addTallies(one: SegmentTally, other: SegmentTally): SegmentTally {
  const sizes = { ...one.sizes };
  for (const [key, size] of Object.entries(other.sizes)) {
    const known = sizes[key];
    sizes[key] =
      known === undefined
        ? size
        : {
            customers: known.customers + size.customers,
            spendMinor: known.spendMinor + size.spendMinor,
            sample: sampleOf([...known.sample, ...size.sample]),
          };
  }
  return {
    customers: one.customers + other.customers,
    sizes,
    moves: added(one.moves, other.moves),
    overlaps: added(one.overlaps, other.overlaps),
  };
}

function added(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sum = { ...one };
  for (const [key, n] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + n;
  return sum;
}

/** The same few however the customers come: those with the lowest place in a split of its own. */
function sampleOf(ids: number[]): number[] {
  if (ids.length <= SAMPLE_SIZE) return ids;
  return ids.sort((a, b) => place(SAMPLE_SALT, a) - place(SAMPLE_SALT, b)).slice(0, SAMPLE_SIZE);
}
