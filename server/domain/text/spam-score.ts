import { type WordWeight, wordWeights } from "./classify-text";
import { scoreInto } from "./one-vs-rest";
import { textRow } from "./text-row";
import { SPAM, type SpamFilter } from "./train-spam-filter";

export type SpamVerdict = {
  /** from 0 to 1: how probable spam is */
  score: number;
  isSpam: boolean;
  /** the words that weigh most, those that speak against spam below zero; ten at most */
  words: WordWeight[];
};

const MOST_WORDS = 10;

/** Whether a text is spam, by a trained filter, and which of its words say so. */
export function spamScore({ model, threshold }: SpamFilter, text: string): SpamVerdict {
  const row = textRow(model.vocabulary, text);
  const at = model.labels.indexOf(SPAM);
  const scores = new Float32Array(model.labels.length);
  scoreInto(model.scores, row.columns, row.values, scores);
  const own = scores[at] ?? 0;
  const words = wordWeights(model, row, at).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return {
    score: 1 / (1 + Math.exp(-2 * model.sharpness * own)),
    isSpam: own >= threshold,
    words: words.filter(({ weight }) => weight !== 0).slice(0, MOST_WORDS),
  };
}
