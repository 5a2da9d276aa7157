import { eachFeature } from "./each-feature";
import type { Vocabulary } from "./vocabulary";
import type { Word } from "./words-of";

/** One text as a model sees it. */
export type TextRow = {
  columns: number[];
  /** sublinear tf-idf, scaled to length 1 */
  values: number[];
  words: Word[];
  /** the words that the feature occurs in, one for each occurrence; -1: none */
  places: number[][];
};

/** A text in the columns of a vocabulary; what the vocabulary does not hold is left out. */
export function textRow({ columnOf, idf, options }: Vocabulary, text: string): TextRow {
  const found = new Map<number, number[]>();
  const words = eachFeature(text, options, (feature, word) => {
    const column = columnOf.get(feature);
    if (column === undefined) return;
    const places = found.get(column);
    if (places === undefined) found.set(column, [word]);
    else places.push(word);
  });
  const columns = [...found.keys()];
  const places = [...found.values()];
  const raw = columns.map((column, at) => (1 + Math.log(places[at]?.length ?? 1)) * (idf[column] ?? 0));
  const length = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0));
  return { columns, places, words, values: raw.map((value) => value / length) };
}
