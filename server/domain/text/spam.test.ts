import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { lexiconSpamScore } from "./lexicon-spam-score";
import { spamScore } from "./spam-score";
import { spamThreshold } from "./spam-threshold";
import { trainSpamFilter } from "./train-spam-filter";

describe("lexiconSpamScore", () => {
  test.each([
    ["You have WON a cash award! Claim now, text WIN to 80086!!", true, "prize"],
    ["Verify your account: unusual activity, click here http://192.0.2.1/login", true, "credentials"],
    ["Online casino: free spins, guaranteed returns, act now!!!", true, "gambling and coins"],
  ])("%s", (text, isSpam, kind) => {
    const found = lexiconSpamScore(text);
    expect(found.isSpam).toBe(isSpam);
    expect(found.words.map((one) => one.kind)).toContain(kind);
  });

  test.each([
    "Your order has shipped and will arrive on Tuesday.",
    "Free delivery on all orders this week. See you soon!",
    "Hi Anna, lunch at 12?",
    "",
  ])("lets by: %j", (text) => {
    expect(lexiconSpamScore(text).isSpam).toBe(false);
  });

  test("the score never falls when a sign is added, and stays inside 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [one, more] = [
          lexiconSpamScore(text),
          lexiconSpamScore(`${text} . you have won a casino bonus`),
        ];
        expect(more.score).toBeGreaterThanOrEqual(one.score);
        expect(more.score).toBeLessThan(1);
        expect(one.score).toBeGreaterThan(0);
      }),
    );
  });
});

describe("spamThreshold", () => {
  test.each([
    // spam at 3 and 1, ham at 2 and 0
    ["no false positive: only what is above every good text", 0, 2.5],
    ["one of two may be wrong: both spam are found", 0.5, 0.5],
  ])("%s", (_, share, threshold) => {
    expect(spamThreshold([3, 2, 1, 0], [true, false, true, false], share)).toBe(threshold);
  });

  test("no spam, or none above the good texts: nothing is called spam", () => {
    expect(spamThreshold([1, 2], [false, false], 0.5)).toBe(Number.POSITIVE_INFINITY);
    expect(spamThreshold([1, 2], [true, false], 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test("equal scores fall on one side", () => {
    expect(spamThreshold([1, 1, 0], [true, false, false], 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

test("a trained filter says which words weigh", () => {
  const spam = [
    "win a prize now",
    "claim your prize",
    "free prize, call now",
    "you won a prize",
    "win cash now",
    "cash prize",
  ];
  const ham = [
    "see you at lunch",
    "lunch tomorrow?",
    "call me after lunch",
    "I am late",
    "see you tomorrow",
    "home late",
  ];
  const filter = trainSpamFilter([...spam, ...ham], [...spam.map(() => true), ...ham.map(() => false)], {
    random: momentFor(0, 5, 0, 0).random,
  });
  const [bad, good] = [spamScore(filter, "win the prize"), spamScore(filter, "lunch tomorrow, see you")];
  expect(bad.score).toBeGreaterThan(good.score);
  expect(bad.words[0]?.word).toBe("prize");
  expect(bad.words[0]?.weight).toBeGreaterThan(0);
  expect(good.words[0]?.weight).toBeLessThan(0);
  expect(good.isSpam).toBe(false);
});
