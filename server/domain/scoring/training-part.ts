import type { TableColumn } from "./table-column";

/** The rows that a model is fitted on, dealt to inner folds. */
export type TrainingPart = {
  columns: readonly TableColumn[];
  /** 0 or 1 by row of the table */
  labels: Uint8Array;
  rows: Int32Array;
  /** the next two by position in `rows` */
  ownLabels: Uint8Array;
  foldOf: Uint8Array;
  folds: number;
  random: () => number;
};

/** The positions in the part of rows in a fold, and of those outside of it. */
export function dividedBy({ foldOf }: TrainingPart, fold: number): { held: Int32Array; seen: Int32Array } {
  const all = Int32Array.from(foldOf.keys());
  return {
    held: all.filter((at) => foldOf[at] === fold),
    seen: all.filter((at) => foldOf[at] !== fold),
  };
}
