import { spamThreshold } from "./spam-threshold";
import type { TextModel } from "./text-model";
import { type TrainOptions, trainWithUnseen } from "./train-text-classifier";

/** A classifier of two labels and the score from which on a text is spam. */
export type SpamFilter = { model: TextModel; threshold: number };

export const SPAM = "spam";
const HAM = "ham";

export type SpamOptions = Pick<TrainOptions, "random"> & {
  /** the share of good texts that may be called spam, in training: less than what is bearable, since new texts differ */
  mostFalsePositives?: number;
};

/**
 * Trains a spam filter on texts of which it is known whether they are spam: a linear classifier on n-grams of words and
 * characters and the shape of the message, and a threshold of few false positives, chosen on out-of-fold scores. There must
 * be spam and other texts.
 */
export function trainSpamFilter(
  texts: readonly string[],
  isSpam: readonly boolean[],
  { random, mostFalsePositives = 0.002 }: SpamOptions,
): SpamFilter {
  const labels = isSpam.map((spam) => (spam ? SPAM : HAM));
  const { model, unseen } = trainWithUnseen(texts, labels, { random, shapes: true, cost: 1 });
  const at = model.labels.indexOf(SPAM);
  const scores = labels.map((_, row) => unseen[row * model.labels.length + at] ?? 0);
  return { model, threshold: spamThreshold(scores, isSpam, mostFalsePositives) };
}
