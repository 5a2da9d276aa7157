import { eachFeature, type FeatureOptions } from "./each-feature";
import { GrowingNumbers } from "./growing-numbers";
import type { SparseRows } from "./sparse-rows";

/** The features that a model knows, and how much each of them says. */
export type Vocabulary = {
  features: readonly string[];
  /** the column of a feature */
  columnOf: ReadonlyMap<string, number>;
  /** inverse document frequency, ln((1 + n) / (1 + df)) + 1 */
  idf: Float32Array;
  options: FeatureOptions;
};

export type VocabularyOptions = FeatureOptions & {
  /** features of fewer texts are left out */
  leastTexts: number;
  /** at most so many features are kept, those of most texts */
  mostFeatures: number;
};

/** How often each feature occurs in each text, before anything is left out. */
type Occurrences = {
  names: string[];
  texts: Int32Array;
  starts: Int32Array;
  ids: Int32Array;
  times: Int32Array;
};

/**
 * Learns the features of some texts and gives the texts as rows: sublinear tf-idf, (1 + ln tf) · idf, scaled to length 1.
 * Source: C. D. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), § 6.2–6.4; the smoothed
 * idf is that of scikit-learn's TfidfTransformer.
 */
export function learnVocabulary(
  texts: readonly string[],
  { leastTexts, mostFeatures, ...options }: VocabularyOptions,
): { vocabulary: Vocabulary; rows: SparseRows } {
  const found = occurrencesIn(texts, options);
  const kept = keptFeatures(found.texts, leastTexts, mostFeatures);
  const features: string[] = [];
  const columnOf = new Map<string, number>();
  const columns = new Int32Array(found.names.length).fill(-1);
  const idf = new Float32Array(kept.length);
  kept.forEach((id, column) => {
    const name = found.names[id] ?? "";
    features.push(name);
    columnOf.set(name, column);
    columns[id] = column;
    idf[column] = Math.log((1 + texts.length) / (1 + (found.texts[id] ?? 0))) + 1;
  });
  return { vocabulary: { features, columnOf, idf, options }, rows: weighted(found, columns, idf) };
}

function occurrencesIn(texts: readonly string[], options: FeatureOptions): Occurrences {
  const idOf = new Map<string, number>();
  const names: string[] = [];
  const textsOf = new GrowingNumbers();
  const [starts, ids, times] = [new GrowingNumbers(), new GrowingNumbers(), new GrowingNumbers()];
  const counts = new Map<number, number>();
  starts.add(0);
  const visit = (feature: string) => {
    let id = idOf.get(feature);
    if (id === undefined) {
      id = names.length;
      idOf.set(feature, id);
      names.push(feature);
    }
    counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const text of texts) {
    counts.clear();
    eachFeature(text, options, visit);
    for (const [id, count] of counts) {
      ids.add(id);
      times.add(count);
    }
    starts.add(ids.length);
  }
  while (textsOf.length < names.length) textsOf.add(0);
  const perFeature = textsOf.all();
  for (const id of ids.all()) perFeature[id] = (perFeature[id] ?? 0) + 1;
  return { names, texts: perFeature, starts: starts.all(), ids: ids.all(), times: times.all() };
}

/** The features in enough texts, the commonest first; ties in the order of their first occurrence. */
function keptFeatures(texts: Int32Array, leastTexts: number, mostFeatures: number): number[] {
  const often: number[] = [];
  texts.forEach((count, id) => {
    if (count >= leastTexts) often.push(id);
  });
  if (often.length <= mostFeatures) return often;
  return often.sort((a, b) => (texts[b] ?? 0) - (texts[a] ?? 0) || a - b).slice(0, mostFeatures);
}

function weighted(found: Occurrences, columnOf: Int32Array, idf: Float32Array): SparseRows {
  const columns = new GrowingNumbers();
  const values = new Float32Array(found.ids.length);
  const starts = new Int32Array(found.starts.length);
  for (let row = 0; row + 1 < found.starts.length; row++) {
    const first = columns.length;
    let squares = 0;
    for (let i = found.starts[row] ?? 0; i < (found.starts[row + 1] ?? 0); i++) {
      const column = columnOf[found.ids[i] ?? 0] ?? -1;
      if (column < 0) continue;
      const value = (1 + Math.log(found.times[i] ?? 1)) * (idf[column] ?? 0);
      values[columns.length] = value;
      columns.add(column);
      squares += value * value;
    }
    scale(values, first, columns.length, squares);
    starts[row + 1] = columns.length;
  }
  return {
    starts,
    columns: columns.all().slice(),
    values: values.slice(0, columns.length),
    width: idf.length,
  };
}

function scale(values: Float32Array, from: number, to: number, squares: number): void {
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) / length;
}
