import { momentFor } from "@/server/domain/moment";
import { accuracyOf, labelMetrics } from "@/server/domain/text/classification-metrics";
import { lexiconSpamScore } from "@/server/domain/text/lexicon-spam-score";
import { spamScore } from "@/server/domain/text/spam-score";
import { topWords } from "@/server/domain/text/top-words";
import { SPAM, trainSpamFilter } from "@/server/domain/text/train-spam-filter";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import type { Flags } from "./flags";
import { neededColumn, readTable } from "./table";
import { LABEL_NAMES, TEXT_NAMES } from "./text-columns";

/** Labels that mean spam where no --positive says which one does. */
const MEANS_SPAM = ["spam", "1", "true", "yes", "junk"];

/** A filter trained on your own texts and measured on others; or, with --text alone, one text by the untrained lexicon. */
export const spam: LabCommand = {
  usage:
    'spam --train FILE --test FILE --text COL --label COL [--positive LABEL] [--seed 0]; spam --text "…"',
  about: "How well spam is told after training, and by which words; or the score of one text, untrained.",
  options: {
    train: { type: "string" },
    test: { type: "string" },
    text: { type: "string" },
    label: { type: "string" },
    positive: { type: "string" },
    seed: { type: "string" },
  },
  files: [0, 0],
  async run({ flags }) {
    if (!flags.has("train") && !flags.has("test")) {
      const text = flags.needed("text");
      return { ...lexiconSpamScore(text), model: "lexicon: rules that were trained on nothing" };
    }
    const [trainFile, testFile] = [flags.needed("train"), flags.needed("test")];
    const train = await labelled(trainFile, flags);
    const positive = positiveLabel(train.labels, flags);
    const test = await labelled(testFile, flags);
    const isSpam = train.labels.map((label) => label === positive);
    if (!isSpam.includes(true) || !isSpam.includes(false))
      throw new BadInput(
        "--positive",
        `TRAIN needs rows with ${JSON.stringify(positive)} and rows with another label`,
      );
    const { random } = momentFor(0, flags.number("seed", 0, { isWhole: true }), 0, 0);
    const filter = trainSpamFilter(train.texts, isSpam, { random });
    const truth = test.labels.map((label) => label === positive);
    const told = test.texts.map((text) => spamScore(filter, text).isSpam);
    return {
      accuracy: accuracyOf(truth, told),
      ...labelMetrics(truth, told, true),
      falsePositiveRate: falsePositives(truth, told),
      n: truth.length,
      threshold: filter.threshold,
      topWords: topWords(filter.model, SPAM, 20),
    };
  },
};

async function labelled(file: string, flags: Flags) {
  const table = await readTable(file);
  return {
    texts: neededColumn(table, "text", flags.text("text"), TEXT_NAMES),
    labels: neededColumn(table, "label", flags.text("label"), LABEL_NAMES),
  };
}

function positiveLabel(labels: readonly string[], flags: Flags): string {
  const given = flags.text("positive");
  const all = [...new Set(labels)];
  if (given !== null && !all.includes(given))
    throw new BadInput("--positive", `no row of TRAIN is labelled ${JSON.stringify(given)}`);
  const found = given ?? all.find((label) => MEANS_SPAM.includes(label.trim().toLowerCase()));
  if (found !== undefined) return found;
  throw new BadInput("--positive", `say which label means spam; there are ${all.slice(0, 10).join(", ")}`);
}

/** The share of good texts that were called spam; null where there is none. */
function falsePositives(truth: readonly boolean[], told: readonly boolean[]): number | null {
  const good = told.filter((_, row) => truth[row] === false);
  return good.length === 0 ? null : good.filter(Boolean).length / good.length;
}
