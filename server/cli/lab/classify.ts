import { momentFor } from "@/server/domain/moment";
import { accuracyOf, macroF1 } from "@/server/domain/text/classification-metrics";
import { classifyText } from "@/server/domain/text/classify-text";
import { trainTextClassifier } from "@/server/domain/text/train-text-classifier";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import type { Flags } from "./flags";
import { neededColumn, readTable } from "./table";
import { LABEL_NAMES, TEXT_NAMES } from "./text-columns";

/** Of the right answers, the share that may be lost for refusing what belongs to no label. */
const USUAL_REFUSAL = 0.05;

/**
 * Trains the product's text classifier on TRAIN and tells the labels of TEST. `accuracy` is over all rows of TEST, but with
 * --oos over those in scope, a refused one counting as wrong; `oosRecall` is the share of the others that were refused;
 * `macroF1` is over all labels, out of scope being one of them.
 */
export const classify: LabCommand = {
  usage: "classify TRAIN TEST --text COL --label COL [--oos LABEL] [--refusal 0.05] [--seed 0]",
  about: "How well labels of texts (intents, say) are told: trained on TRAIN, measured on TEST.",
  options: {
    text: { type: "string" },
    label: { type: "string" },
    oos: { type: "string" },
    refusal: { type: "string" },
    seed: { type: "string" },
  },
  files: [2, 2],
  async run({ files: [trainFile = "", testFile = ""], flags }) {
    const oos = flags.text("oos");
    const refusal = flags.number("refusal", USUAL_REFUSAL, { least: 0, most: 0.5 });
    const { random } = momentFor(0, flags.number("seed", 0, { isWhole: true }), 0, 0);
    const train = await labelled(trainFile, flags);
    const test = await labelled(testFile, flags);
    if (new Set(train.labels).size < 2)
      throw new BadInput("--label", `there is only one label in ${trainFile}; two or more are needed`);
    if (oos !== null && !test.labels.includes(oos))
      throw new BadInput("--oos", `no row of ${testFile} is labelled ${JSON.stringify(oos)}`);
    const model = trainTextClassifier(train.texts, train.labels, {
      random,
      calibrationFolds: oos === null ? 0 : 5,
      refusal: oos === null ? 0 : refusal,
    });
    const told = test.texts.map((text) => classifyText(model, text).label ?? oos);
    return measured(test.labels, told, oos);
  },
};

async function labelled(file: string, flags: Flags) {
  const table = await readTable(file);
  return {
    texts: neededColumn(table, "text", flags.text("text"), TEXT_NAMES),
    labels: neededColumn(table, "label", flags.text("label"), LABEL_NAMES),
  };
}

function measured(truth: readonly string[], told: readonly (string | null)[], oos: string | null) {
  const counts = { macroF1: macroF1<string | null>(truth, told), n: truth.length };
  if (oos === null) return { accuracy: accuracyOf<string | null>(truth, told), ...counts };
  const rows = truth.map((label, row) => ({ label, told: told[row] ?? null }));
  const inScope = rows.filter(({ label }) => label !== oos);
  const outside = rows.filter(({ label }) => label === oos);
  const right = (some: typeof rows) => some.filter((row) => row.label === row.told).length / some.length;
  if (inScope.length === 0) throw new BadInput("--oos", "every row of TEST is out of scope");
  return { accuracy: right(inScope), ...counts, oosRecall: right(outside) };
}
