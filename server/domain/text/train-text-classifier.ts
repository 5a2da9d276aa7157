import { bestOf } from "./best-of";
import type { Span } from "./each-feature";
import type { SvmOptions } from "./linear-svm";
import { oneVsRest } from "./one-vs-rest";
import { outOfFoldScores } from "./out-of-fold-scores";
import { fittedSharpness } from "./sharpness";
import type { TextModel } from "./text-model";
import { learnVocabulary, type VocabularyOptions } from "./vocabulary";

export type TrainOptions = {
  /** uniform on [0, 1), seeded: the same seed gives the same model */
  random: () => number;
  words?: Span;
  chars?: Span;
  shapes?: boolean;
  leastTexts?: number;
  mostFeatures?: number;
  cost?: number;
  positiveCost?: number;
  /** for confidence and refusal, which need answers on unseen texts; 0: neither is fitted */
  calibrationFolds?: number;
  /**
   * The share of right answers that may be lost so that texts which belong to no label are refused; 0: nothing is refused.
   */
  refusal?: number;
};

/** Without calibration: scores of a support vector machine on short texts come out near this. */
const USUAL_SHARPNESS = 5.5;

/**
 * Trains a linear classifier on n-grams of words and characters: `labels[i]` is the label of `texts[i]`. At least two
 * labels are needed.
 *
 * One L2-SVM a label against the rest on tf-idf rows. Confidence is the softmax of the scores, with a sharpness fitted on
 * out-of-fold answers. Refusal: the least confidence is such that of the right out-of-fold answers the share `refusal` has
 * less. Source of the features: S. Wang, C. Manning 2012, "Baselines and bigrams", ACL; of refusing by a threshold: S. Larson et al. 2019, "An evaluation dataset for intent classification and out-of-scope prediction", EMNLP.
 */
export function trainTextClassifier(
  texts: readonly string[],
  labels: readonly string[],
  options: TrainOptions,
): TextModel {
  return trainWithUnseen(texts, labels, options).model;
}

/** The same, with the scores of each text by models that had not seen it: `unseen[r * labels + k]`; empty without calibration. */
export function trainWithUnseen(
  texts: readonly string[],
  labels: readonly string[],
  options: TrainOptions,
): { model: TextModel; unseen: Float32Array } {
  const names = [...new Set(labels)].sort();
  if (texts.length !== labels.length) throw new RangeError("one label for each text is needed");
  if (names.length < 2) throw new RangeError("a classifier needs two labels or more");
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const classOf = Int32Array.from(labels, (label) => indexOf.get(label) ?? 0);
  const { calibrationFolds = 5, refusal = 0 } = options;
  const { vocabulary, rows } = learnVocabulary(texts, vocabularyOptions(texts.length, options));
  const svm: SvmOptions = {
    cost: options.cost ?? 1,
    positiveCost: options.positiveCost ?? 1,
    tolerance: 0.1,
    mostSweeps: 100,
    random: options.random,
  };
  const scores = oneVsRest(rows, classOf, names.length, svm);
  const model = { labels: names, vocabulary, scores, sharpness: USUAL_SHARPNESS, leastConfidence: null };
  if (calibrationFolds < 2) return { model, unseen: new Float32Array(0) };
  const unseen = outOfFoldScores(rows, classOf, names.length, { ...svm, folds: calibrationFolds });
  const sharpness = fittedSharpness(unseen, classOf, names.length);
  const calibrated = { ...model, sharpness };
  if (refusal === 0) return { model: calibrated, unseen };
  return {
    model: { ...calibrated, leastConfidence: leastConfidence(unseen, classOf, calibrated, refusal) },
    unseen,
  };
}

/** In few texts, a feature of one text may be all there is. */
const FEW_TEXTS = 200;

function vocabularyOptions(texts: number, options: TrainOptions): VocabularyOptions {
  const { words = [1, 2], chars = [2, 4], shapes = false, mostFeatures = 100_000 } = options;
  return {
    words,
    chars,
    shapes,
    mostFeatures,
    leastTexts: options.leastTexts ?? (texts < FEW_TEXTS ? 1 : 2),
  };
}

/** The confidence below which the share `refusal` of the right answers lies; null where no answer is right. */
function leastConfidence(
  scores: Float32Array,
  classOf: Int32Array,
  { labels, sharpness }: TextModel,
  refusal: number,
): number | null {
  const right: number[] = [];
  classOf.forEach((own, row) => {
    const best = bestOf(scores.subarray(row * labels.length, (row + 1) * labels.length), sharpness);
    if (best.at === own) right.push(best.confidence);
  });
  right.sort((a, b) => a - b);
  return right[Math.floor(refusal * right.length)] ?? null;
}
