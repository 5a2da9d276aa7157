import { expect, test } from "vitest";
import { overviewSentence } from "./overview-sentence";

const known = (value: number, low: number, high: number) => ({ kind: "known" as const, value, low, high });
const missing = { kind: "missing" as const, what: "touches", has: 0, needs: 1 };
type Given = Parameters<typeof overviewSentence>[0];
const say = (
  attributed: Given["revenuePerTouch"],
  incremental: Given["revenuePerTouch"],
  other: number | null,
) =>
  // the sentence reads nothing else of the overview
  overviewSentence({ revenuePerTouch: attributed, lift: { perTouch: incremental } } as Given, other);

test.each([
  {
    at: known(58, 50, 66),
    inc: known(31, 16, 46),
    other: 51,
    says: "more per touch than in the period before. About 53 %",
  },
  {
    at: known(58, 50, 66),
    inc: known(31, -2, 60),
    other: 62,
    says: "less per touch than in the period before. What it added cannot",
  },
  {
    at: known(58, 50, 66),
    inc: known(-9, -12, -2),
    other: 58,
    says: "as much per touch as in the period before. People who were left alone",
  },
  { at: known(58, 50, 66), inc: known(90, 70, 99), other: 51, says: "It added more than the orders" },
  { at: known(58, 50, 66), inc: missing, other: 51, says: "more per touch" },
  { at: missing, inc: missing, other: null, says: "Too few people" },
  { at: known(58, 50, 66), inc: missing, other: null, says: "What marketing earned" },
])("$says", ({ at, inc, other, says }) => {
  expect(say(at, inc, other)).toContain(says);
});
