import { expect, test } from "vitest";
import { aCustomer } from "../testing/a-customer";
import { aPlan, wordsFor } from "../testing/a-plan";
import { decideOne } from "../testing/decide-one";

const plan = aPlan({ campaign: { actions: ["nudge"], variants: ["a"] } });
const english = wordsFor(plan);
const german = english.map((one) => ({
  ...one,
  creative: { ...one.creative, id: one.creative.id + 1000, language: "de" },
}));

test.each([
  { language: "de", words: [...english, ...german], found: "de", because: "their own language" },
  {
    language: "fr",
    words: [...english, ...german],
    found: "en",
    because: "the company's, where theirs was not written",
  },
  {
    language: null,
    words: [...german, ...english],
    found: "en",
    because: "the company's, where theirs is unknown",
  },
])("$because", async ({ language, words, found }) => {
  const { creative } = await decideOne(plan, aCustomer({ language }), { words });
  expect(creative?.language).toBe(found);
});

test("no words, no message", async () => {
  const { decision } = await decideOne(plan, aCustomer(), { words: german });
  expect(decision).toMatchObject({ verdict: "skipped", node: "message", reasons: ["message.no-creative"] });
  expect(decision.action).toBe("nudge");
});
