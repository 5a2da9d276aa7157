import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { stratifiedFolds } from "../scoring/folds";
import { accuracyOf, labelMetrics, macroF1 } from "./classification-metrics";
import { classifyText, wordWeights } from "./classify-text";
import { scoreInto } from "./one-vs-rest";
import { packedTextModel, packTextModel, unpackTextModel } from "./pack-text-model";
import { fittedSharpness } from "./sharpness";
import { textRow } from "./text-row";
import { topWords } from "./top-words";
import { trainTextClassifier } from "./train-text-classifier";

const INTENTS = {
  refund: [
    "I want my money back",
    "please refund my order",
    "can I get a refund",
    "refund me now",
    "money back please",
  ],
  delivery: [
    "where is my parcel",
    "when will it be delivered",
    "my parcel is late",
    "track my delivery",
    "parcel not here",
  ],
  password: [
    "I forgot my password",
    "reset my password",
    "cannot log in",
    "login does not work",
    "password reset please",
  ],
};
const texts = Object.values(INTENTS).flat();
const labels = Object.entries(INTENTS).flatMap(([label, all]) => all.map(() => label));
const train = (seed = 1, options = {}) =>
  trainTextClassifier(texts, labels, {
    random: momentFor(0, seed, 0, 0).random,
    calibrationFolds: 3,
    ...options,
  });

describe("trainTextClassifier", () => {
  test.each([
    ["could you refund me", "refund", "refund"],
    ["the parcels never came", "delivery", "parcels"],
    ["passwords again", "password", "passwords"],
  ])("%s: %s, because of %s", (text, label, word) => {
    const found = classifyText(train(), text);
    expect(found.label).toBe(label);
    expect(found.reasons[0]?.word).toBe(word);
    expect(found.confidence).toBeGreaterThan(1 / 3);
    expect(found.confidence).toBeLessThanOrEqual(1);
  });

  test("nothing of which is known is out of scope", () => {
    expect(classifyText(train(), "ωψχ").label).toBeNull();
    expect(classifyText(train(), "").label).toBeNull();
  });

  test("refuses what is less certain than it may be, and only when asked to", () => {
    const strict = { ...train(), leastConfidence: 0.9999 };
    expect(classifyText(strict, "the parcel").label).toBeNull();
    expect(train().leastConfidence).toBeNull();
    expect(train(1, { refusal: 0.2 }).leastConfidence).toBeGreaterThan(0);
  });

  test("the same seed gives the same model", () => {
    expect(packTextModel(train(7))).toEqual(packTextModel(train(7)));
  });

  test("needs two labels, and one for each text", () => {
    const { random } = momentFor(0, 1, 0, 0);
    expect(() => trainTextClassifier(["a", "b"], ["x", "x"], { random })).toThrow("two labels");
    expect(() => trainTextClassifier(["a", "b"], ["x"], { random })).toThrow("one label for each");
  });

  test("what the words weigh adds up to the score", () => {
    const model = train();
    const row = textRow(model.vocabulary, "please refund my parcel, refund it");
    const scores = new Float32Array(3);
    scoreInto(model.scores, row.columns, row.values, scores);
    model.labels.forEach((_, at) => {
      const intercept = model.scores.weights[model.scores.width * 3 + at] ?? 0;
      const sum = wordWeights(model, row, at).reduce((total, { weight }) => total + weight, intercept);
      expect(sum).toBeCloseTo(scores[at] ?? 0, 4);
    });
  });

  test("the words of a label, without numbers that are somebody's", () => {
    const numbered = train(1, {});
    expect(topWords(numbered, "password", 3).map(({ word }) => word)).toContain("password");
    expect(topWords(numbered, "nothing of the kind", 3)).toEqual([]);
  });
});

describe("packTextModel", () => {
  test("comes back as the same answers from plain JSON", () => {
    const model = train(1, { refusal: 0.1 });
    const back = unpackTextModel(packedTextModel.parse(JSON.parse(JSON.stringify(packTextModel(model)))));
    for (const text of [...texts, "something else", ""]) {
      const [one, other] = [classifyText(model, text), classifyText(back, text)];
      expect(other.label).toBe(one.label);
      expect(other.confidence).toBeCloseTo(one.confidence, 3);
    }
  });

  test("what does not fit throws", () => {
    const packed = packTextModel(train());
    expect(() => unpackTextModel({ ...packed, features: packed.features.slice(1) })).toThrow("do not fit");
  });
});

describe("the parts of the training", () => {
  test("folds hold their share of every class", () => {
    const classes = Int32Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
    const folds = stratifiedFolds(classes, 5, momentFor(0, 3, 0, 0).random);
    for (let fold = 0; fold < 5; fold++) {
      const rows = [...classes.keys()].filter((row) => folds[row] === fold);
      expect([rows.length, rows.filter((row) => classes[row] === 1).length]).toEqual([20, 4]);
    }
  });

  test("the sharpness is what likelihood wants: answers right 3 times in 4 get three quarters", () => {
    // two classes, every score ±1, three of four right: softmax(2 s) = 3/4, so s = ln 3 / 2
    const scores = Float32Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 1 : -1));
    expect(fittedSharpness(scores, Int32Array.of(0, 0, 0, 1), 2)).toBeCloseTo(Math.log(3) / 2, 1);
  });

  test("metrics by hand", () => {
    const truth = ["a", "a", "b", "c"];
    const told = ["a", "b", "b", "b"];
    expect(accuracyOf(truth, told)).toBe(0.5);
    expect(labelMetrics(truth, told, "b")).toEqual({ precision: 1 / 3, recall: 1, f1: 0.5 });
    // f1 of a is 2/3, of b 1/2, of c 0
    expect(macroF1(truth, told)).toBeCloseTo((2 / 3 + 0.5) / 3, 12);
    expect([accuracyOf([], []), macroF1([], [])]).toEqual([0, 0]);
  });
});
