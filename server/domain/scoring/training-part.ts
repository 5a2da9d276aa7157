import { stratifiedFolds } from "./folds";
import { type LevelRates, learnRates } from "./level-rates";
import type { TableColumn } from "./table-column";

/** Rows that are learnt from, and the columns as they may be read there: with rates that know these rows' labels only. */
export type Lesson = { rows: Int32Array; columns: TableColumn[]; rates: LevelRates[] };
/** A lesson, and rows that are held out of it; `at` are their positions among all rows of the training. */
export type HeldLesson = Lesson & { held: Int32Array; at: Int32Array };

/** What a model is fitted on: all its rows, and a lesson for each inner fold that is held out. */
export type Training = {
  /** 0 or 1 by row of the table */
  labels: Uint8Array;
  whole: Lesson;
  lessons: HeldLesson[];
  random: () => number;
};

const RATE_FOLDS = 8;

/** Deals rows to inner folds. */
export function trainingOf(
  columns: readonly TableColumn[],
  labels: Uint8Array,
  rows: Int32Array,
  folds: number,
  random: () => number,
): Training {
  const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
  const foldOf = stratifiedFolds(own, folds, random);
  const rateFoldOf = stratifiedFolds(own, RATE_FOLDS, random);
  const lessonOf = (at: Int32Array): Lesson => {
    const seen = at.map((position) => rows[position] ?? 0);
    const seenFoldOf = Uint8Array.from(at, (position) => rateFoldOf[position] ?? 0);
    const rated = learnRates(columns, labels, seen, seenFoldOf, RATE_FOLDS);
    return { rows: seen, columns: [...columns, ...rated.columns], rates: rated.rates };
  };
  const all = Int32Array.from(rows.keys());
  const lessons = Array.from({ length: folds }, (_, fold) => {
    const at = all.filter((position) => foldOf[position] === fold);
    return {
      ...lessonOf(all.filter((position) => foldOf[position] !== fold)),
      held: at.map((position) => rows[position] ?? 0),
      at,
    };
  });
  return { labels, whole: lessonOf(all), lessons, random };
}

/** Writes what was said about held-out rows to their places among all rows of the training. */
export function place(out: Float64Array, at: Int32Array, said: Float64Array): void {
  for (const [i, value] of said.entries()) out[at[i] ?? 0] = value;
}
