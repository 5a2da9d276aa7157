import { expect, test } from "vitest";
import { inSentence } from "./in-sentence";

test.each([
  ["Random sample", "random sample"],
  ["VIP: a person looks first", "VIP: a person looks first"],
  ["A legal ticket of A Ltd", "a legal ticket of A Ltd"],
  ["", ""],
])("%s goes on as %s", (text, words) => {
  expect(inSentence(text)).toBe(words);
});
