import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { stratifiedFolds } from "../scoring/folds";
import { accuracyOf, labelMetrics } from "./classification-metrics";
import { classifyText } from "./classify-text";
import { spamScore } from "./spam-score";
import { trainSpamFilter } from "./train-spam-filter";
import { trainTextClassifier } from "./train-text-classifier";

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };
const folder = env.EVAL_DATA_DIR ?? "../shared/data";
const SEED = 0;

type Row = { text: string; label: string };

/** Tells every row by a model of the other folds. */
function outOfFold<Told>(
  rows: readonly Row[],
  train: (rows: readonly Row[]) => (text: string) => Told,
): Told[] {
  const { random } = momentFor(0, SEED, 0, 0);
  const labels = [...new Set(rows.map(({ label }) => label))];
  const classes = Int32Array.from(rows, ({ label }) => labels.indexOf(label));
  const folds = stratifiedFolds(classes, 5, random);
  const told = new Map<Row, Told>();
  for (let fold = 0; fold < 5; fold++) {
    const tell = train(rows.filter((_, at) => folds[at] !== fold));
    for (const row of rows.filter((_, at) => folds[at] === fold)) told.set(row, tell(row.text));
  }
  return rows.flatMap((row) => {
    const found = told.get(row);
    return found === undefined ? [] : [found];
  });
}

const smsFile = path.join(folder, "sms-spam/SMSSpamCollection.gz");
const hasSms = existsSync(smsFile);

describe.skipIf(!hasSms)(hasSms ? "SMS spam" : `SMS spam (skipped: no data at ${smsFile})`, () => {
  test(`without duplicates, 5 folds, seed ${SEED}: F1 of 0.94, false positives of 0.5 % at most`, () => {
    const all = new Map<string, Row>();
    for (const line of gunzipSync(readFileSync(smsFile)).toString("utf8").trim().split("\n")) {
      const [label = "", text = ""] = line.split(/\t(.*)/s);
      if (!all.has(text)) all.set(text, { label, text });
    }
    const rows = [...all.values()];
    const told = outOfFold(rows, (some) => {
      const filter = trainSpamFilter(
        some.map(({ text }) => text),
        some.map(({ label }) => label === "spam"),
        { random: momentFor(0, SEED, 1, 0).random },
      );
      return (text) => spamScore(filter, text).isSpam;
    });
    const truth = rows.map(({ label }) => label === "spam");
    const good = told.filter((_, at) => truth[at] === false);
    expect(rows.length).toBeGreaterThan(5000);
    expect(labelMetrics(truth, told, true).f1).toBeGreaterThanOrEqual(0.94);
    expect(good.filter(Boolean).length / good.length).toBeLessThanOrEqual(0.005);
  });
});

const bankFile = path.join(folder, "banking77/train.csv.gz");
const hasBank = existsSync(bankFile);

describe.skipIf(!hasBank)(hasBank ? "banking77" : `banking77 (skipped: no data at ${bankFile})`, () => {
  const rows = hasBank
    ? (
        parse(gunzipSync(readFileSync(bankFile)), { columns: true }) as { text: string; category: string }[]
      ).map(({ text, category }) => ({ text, label: category }))
    : [];

  test(`5 folds, seed ${SEED}: 88 in 100 right`, () => {
    const told = outOfFold(rows, (some) => {
      const model = trainTextClassifier(
        some.map(({ text }) => text),
        some.map(({ label }) => label),
        { random: momentFor(0, SEED, 1, 0).random, calibrationFolds: 0 },
      );
      return (text) => classifyText(model, text).label ?? "";
    });
    expect(rows).toHaveLength(10_003);
    expect(
      accuracyOf(
        rows.map(({ label }) => label),
        told,
      ),
    ).toBeGreaterThanOrEqual(0.88);
  });

  test("as sure as it is right, and questions of other intents are refused half the time", () => {
    const labels = [...new Set(rows.map(({ label }) => label))].sort();
    const isStrange = new Set(labels.filter((_, at) => at % 7 === 0));
    const known = rows.filter(({ label }) => !isStrange.has(label));
    const [seen, unseen] = [known.filter((_, at) => at % 5 > 0), known.filter((_, at) => at % 5 === 0)];
    const model = trainTextClassifier(
      seen.map(({ text }) => text),
      seen.map(({ label }) => label),
      { random: momentFor(0, SEED, 1, 0).random, refusal: 0.05, calibrationFolds: 3 },
    );
    const sure = unseen.map(({ text }) => classifyText({ ...model, leastConfidence: null }, text));
    const right = sure.filter(({ label }, at) => label === unseen[at]?.label).length / unseen.length;
    const confidence = sure.reduce((sum, one) => sum + one.confidence, 0) / sure.length;
    expect(Math.abs(confidence - right)).toBeLessThan(0.04);

    const strange = rows.filter(({ label }) => isStrange.has(label));
    const refused = strange.filter(({ text }) => classifyText(model, text).label === null).length;
    const kept = unseen.filter(({ text, label }) => classifyText(model, text).label === label).length;
    expect(refused / strange.length).toBeGreaterThan(0.45);
    expect(kept / unseen.length).toBeGreaterThan(right - 0.08);
  });
});
