import { type WordWeight, wordWeights } from "./classify-text";
import type { TextModel } from "./text-model";
import { textRow } from "./text-row";

/** Somebody's number or code, which says nothing to a reader. */
const LONG_NUMBER = /\d{5}/;

/**
 * The words that speak most for a label when they stand alone, heaviest first, without long numbers. An unknown label has
 * none.
 */
export function topWords(model: TextModel, label: string, count: number): WordWeight[] {
  const at = model.labels.indexOf(label);
  if (at < 0) return [];
  return model.vocabulary.features
    .filter((feature) => /^w[^ ]+$/.test(feature) && !LONG_NUMBER.test(feature))
    .flatMap((feature) => wordWeights(model, textRow(model.vocabulary, feature.slice(1)), at).slice(0, 1))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, count);
}
