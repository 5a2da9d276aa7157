import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dotRow, takeRows } from "./sparse-rows";
import { textRow } from "./text-row";
import { learnVocabulary } from "./vocabulary";
import { wordsOf } from "./words-of";

const plain = { words: [1, 1], chars: null, shapes: false, leastTexts: 1, mostFeatures: 1000 } as const;

describe("wordsOf", () => {
  test.each([
    ["Hello, WORLD’s 2nd!", ["hello", "world's", "2nd", "!"]],
    ["£100 café", ["£", "100", "café"]],
    ["ﬁne ｆｕｌｌ", ["fine", "full"]],
    ["在庫はありますか", ["在庫はありますか"]],
    ["win 🎁 now", ["win", "🎁", "now"]],
    ["", []],
    [" . , ", []],
  ])("%j", (text, words) => {
    expect(wordsOf(text).map(({ plain: word }) => word)).toEqual(words);
  });
});

describe("learnVocabulary", () => {
  test("sublinear tf-idf of length 1, by hand", () => {
    const { vocabulary, rows } = learnVocabulary(["a a b", "b c"], plain);
    // idf of a and c: ln(3/2) + 1, of b: 1; row 0 is a: (1 + ln 2) idf, b: idf
    const [a, b] = [(1 + Math.log(2)) * (Math.log(1.5) + 1), 1];
    expect(vocabulary.features).toEqual(["wa", "wb", "wc"]);
    expect([...rows.values.subarray(0, 2)]).toEqual([
      expect.closeTo(a / Math.hypot(a, b), 6),
      expect.closeTo(b / Math.hypot(a, b), 6),
    ]);
  });

  test("n-grams of words, and of characters inside a word with a space at either end", () => {
    const { vocabulary } = learnVocabulary(["my card"], { ...plain, words: [1, 2], chars: [4, 5] });
    const inside = [" my ", " car", "card", "ard ", " card", "card "];
    expect(vocabulary.features).toEqual(["wmy", "wmy card", "wcard", ...inside.map((gram) => `c${gram}`)]);
  });

  test("leaves out what few texts have, and keeps the commonest", () => {
    const texts = ["a b c", "a b", "a"];
    const { vocabulary } = learnVocabulary(texts, { ...plain, leastTexts: 2 });
    expect(vocabulary.features).toEqual(["wa", "wb"]);
    expect(learnVocabulary(texts, { ...plain, mostFeatures: 1 }).vocabulary.features).toEqual(["wa"]);
  });

  test("a text of the training is the same row when it comes again", () => {
    const word = fc.constantFrom("card", "cash", "my", "lost", "2", "the");
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        const { vocabulary, rows } = learnVocabulary(texts, {
          ...plain,
          words: [1, 2],
          chars: [2, 3],
          shapes: true,
        });
        texts.forEach((one, row) => {
          const { columns, values } = textRow(vocabulary, one);
          const dense = new Float64Array(rows.width);
          columns.forEach((column, at) => {
            dense[column] = values[at] ?? 0;
          });
          expect(dotRow(rows, row, dense)).toBeCloseTo(1, 4);
          expect(dotRow(takeRows(rows, Int32Array.of(row)), 0, dense)).toBeCloseTo(1, 4);
        });
      }),
      { numRuns: 50 },
    );
  });
});
