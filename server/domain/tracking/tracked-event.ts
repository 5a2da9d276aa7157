import type { ProfilePatch } from "../intake/profile";
import type { Reading } from "../intake/reading";

/** The calls of Segment's tracking specification. */
export const CALLS = ["identify", "track", "page", "screen", "group", "alias"] as const;
export type Call = (typeof CALLS)[number];

/** A completed order as a source reports it, in minor units of its currency. */
export type TrackedOrder = {
  ref: string;
  revenueMinor: number;
  discountMinor: number;
  currency: string;
  offerCode: string | null;
  lines: readonly TrackedOrderLine[];
};

export type TrackedOrderLine = {
  sku: string;
  priceMinor: number;
  quantity: number;
  /** the n-th equal line of the order */
  occurrence: number;
  totalMinor: number;
};

/** One event of a source, read and cleaned: whatever names a person is in the identifiers and in `profile`, nowhere else. */
export type TrackedEvent = {
  /** 128 bits over the source and its messageId, 32 hex digits: equal for repeats */
  key: string;
  type: Call;
  name: string;
  /** on our clock */
  atMs: number;
  userId: string | null;
  anonymousId: string | null;
  /** alias: the identifier that the person had before */
  previousId: string | null;
  /** JSON, or null without any */
  properties: string | null;
  /** identify: what it says of the person */
  profile: ProfilePatch["values"] | null;
  order: TrackedOrder | null;
};

/** Why an event could not be taken. Neither part repeats a value: it may be personal. */
export type EventProblem = { field: string; reason: string };

/** What a part of an event says, or which field keeps it from being taken. */
export type FieldReading<Value> = { ok: true; value: Value } | ({ ok: false } & EventProblem);

export const wrong = (field: string, reason: string): FieldReading<never> => ({ ok: false, field, reason });

/** A reading with the field that it was read from. */
export const readingAt = <Value>(field: string, reading: Reading<Value>): FieldReading<Value> =>
  reading.ok ? reading : wrong(field, reading.reason);

/** An object of a JSON text: what it holds is unknown. */
export type PlainObject = Readonly<Record<string, unknown>>;

export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
