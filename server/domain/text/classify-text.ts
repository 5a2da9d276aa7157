import { bestOf } from "./best-of";
import { scoreInto } from "./one-vs-rest";
import type { TextModel } from "./text-model";
import { type TextRow, textRow } from "./text-row";

/** A word and what it adds to the score; the intercept and what the model does not know are left out. */
export type WordWeight = { word: string; weight: number };

export type TextVerdict = {
  /** null: out of scope, which only a model trained with `refusal` says, or nothing in the text is known to the model */
  label: string | null;
  /** from 0 to 1: how sure the best label is, whether it is given or refused */
  confidence: number;
  /** the words that speak most for the best label, heaviest first; five at most */
  reasons: WordWeight[];
};

const MOST_REASONS = 5;

/** What a text is, by a trained model. */
export function classifyText(model: TextModel, text: string): TextVerdict {
  const row = textRow(model.vocabulary, text);
  const scores = new Float32Array(model.labels.length);
  scoreInto(model.scores, row.columns, row.values, scores);
  const { at, confidence } = bestOf(scores, model.sharpness);
  const { leastConfidence } = model;
  const isRefused = row.columns.length === 0 || (leastConfidence !== null && confidence < leastConfidence);
  const weights = wordWeights(model, row, at).filter(({ weight }) => weight > 0);
  return {
    label: isRefused ? null : (model.labels[at] ?? null),
    confidence,
    reasons: weights.slice(0, MOST_REASONS),
  };
}

/**
 * What each word of a text adds to the score of a label: its own features, the characters in it, and its part of the word
 * groups that it stands in. Heaviest first. With the intercept and the shapes they sum up to the score.
 */
export function wordWeights({ scores, vocabulary }: TextModel, row: TextRow, label: number): WordWeight[] {
  const perWord = new Float64Array(row.words.length);
  row.columns.forEach((column, at) => {
    const weight = scores.weights[column * scores.classes + label] ?? 0;
    share(
      perWord,
      row.places[at] ?? [],
      wordsIn(vocabulary.features[column] ?? ""),
      (row.values[at] ?? 0) * weight,
    );
  });
  const byWord = new Map<string, number>();
  row.words.forEach(({ plain }, index) => {
    byWord.set(plain, (byWord.get(plain) ?? 0) + (perWord[index] ?? 0));
  });
  return [...byWord]
    .map(([word, weight]) => ({ word, weight }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
}

/** Shares a feature's weight out to its places, and at each to its words. */
function share(perWord: Float64Array, places: readonly number[], size: number, weight: number): void {
  const part = weight / places.length / size;
  for (const place of places)
    for (let word = Math.max(place, 0); word < place + size; word++)
      perWord[word] = (perWord[word] ?? 0) + part;
}

/** A group of words is written with a space between two. */
const wordsIn = (feature: string): number => (feature.startsWith("w") ? feature.split(" ").length : 1);
