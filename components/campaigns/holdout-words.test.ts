import { expect, test } from "vitest";
import { holdoutWords } from "./holdout-words";

test.each([
  [0.1, 0.1, "10 % of this campaign and 10 % of the company's holdout, together 19 %"],
  [0.1, 0.08, "10 % of this campaign and 8 % of the company's holdout, together 17.2 %"],
  [0.125, 0, "12.5 %"],
  [0.1, null, "10 %"],
])("a holdout of %d beside the company's %d", (campaign, company, words) => {
  expect(holdoutWords(campaign, company).replaceAll("\u00a0", " ")).toBe(words);
});
