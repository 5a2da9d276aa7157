import { behavioural } from "./behavioural";
import type { Segmentor } from "./contract";
import { rfm } from "./rfm";

/** The whole list. The key is the id: stored in decisions, named in the configuration, never reused. */
export const segmentors = { rfm, behavioural } satisfies Record<string, Segmentor>;
export type SegmentorId = keyof typeof segmentors;

/** The segmentor of that id, or undefined: the configuration may name one that this version does not have. */
export const segmentorOf = (id: string): Segmentor | undefined =>
  Object.hasOwn(segmentors, id) ? segmentors[id as SegmentorId] : undefined;
