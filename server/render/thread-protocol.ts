import type { Rendered, RenderJob } from "./contract";

export type Batch = { id: number; jobs: readonly RenderJob[] };
export type BatchResult = { id: number; results: Rendered[] };

/** Places in the shared progress array: which job of the batch is being rendered, and how many were ever begun. */
export const INDEX = 0;
export const STEP = 1;
