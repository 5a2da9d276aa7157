import { type Figure, missingWords } from "./figure";
import { moneyIntervalWords } from "./money-interval-words";
import { valueWords } from "./value-words";

/** What the answer rests on: figures of a period per touch, in minor units. */
export type Earned = {
  touches: number;
  attributed: Figure;
  incremental: Figure;
  /** no order can follow the period's messages any more */
  isComplete: boolean;
  currency: string;
  /** attributed of the period before; null where it has none */
  before: number | null;
};

type Known = Extract<Figure, { kind: "known" }>;

/**
 * Whether marketing earned in a period, in plain words: yes or no only where the incremental interval lies on one side
 * of zero. Whatever the data cannot say yet, the sentence says so.
 */
export function earnedSentence(earned: Earned): string {
  if (earned.touches === 0) return "No message left in these days, so marketing earned nothing in them.";
  return [answer(earned), moved(earned), stillOpen(earned)].filter((part) => part !== "").join(" ");
}

function answer({ attributed, incremental, currency }: Earned): string {
  const credit =
    attributed.kind === "missing"
      ? `What is attributed to it cannot be said either: ${missingWords(attributed)}.`
      : `Attributed to it: ${withInterval(attributed, currency)} a touch.`;
  if (incremental.kind === "missing")
    return `Not enough data to say whether marketing earned: ${missingWords(incremental)}. ${credit}`;
  const added = withInterval(incremental, currency);
  const beside = attributed.kind === "missing" ? "" : ` ${credit}`;
  if (incremental.low > 0)
    return `Yes, marketing earned: ${added} a touch beyond what would have come anyway.${beside}`;
  if (incremental.high < 0)
    return `No, marketing did not earn: people who were left alone spent more, ${added} a touch.${beside}`;
  return `Not enough data to say whether marketing earned: what it added, ${added} a touch, cannot be told from chance.${beside}`;
}

function moved({ attributed, before }: Earned): string {
  if (attributed.kind === "missing" || before === null) return "";
  if (attributed.value === before) return "That is as much as in the period before.";
  return `That is ${attributed.value > before ? "more" : "less"} than in the period before.`;
}

const stillOpen = ({ isComplete }: Earned): string =>
  isComplete ? "" : "Orders may still follow the last of these messages, so the figures may grow.";

const withInterval = ({ value, low, high }: Known, currency: string): string =>
  `${valueWords("money", value, currency)} (${moneyIntervalWords(low, high, currency)})`;
