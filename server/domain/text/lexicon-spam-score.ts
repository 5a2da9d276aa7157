import { SPAM_SIGNS } from "./spam-lexicon";
import { wordsOf } from "./words-of";

export type LexiconVerdict = {
  /** from 0 to 1; a degree, not a probability: nothing was fitted */
  score: number;
  isSpam: boolean;
  /** what was found, heaviest first; ten at most */
  words: { word: string; weight: number; kind: string }[];
};

/** Log odds of spam where no sign is found; ours. */
const PRIOR = -2.2;
/** A kind that is found again adds ever less: the second time half as much, and so on. */
const AGAIN = 0.5;
const MOST_WORDS = 10;

/** Whether a text looks like spam by the lexicon, which knows English and is trained on nothing; and what says so. */
export function lexiconSpamScore(text: string): LexiconVerdict {
  const found = SPAM_SIGNS.flatMap(({ kind, weight, words }) =>
    [...new Set([...text.matchAll(words)].map(([word]) => word.trim().toLowerCase()))].map((word, at) => ({
      word,
      weight: weight * AGAIN ** at,
      kind,
    })),
  );
  const all = [...found, ...shouting(text)].sort((a, b) => b.weight - a.weight);
  const score = 1 / (1 + Math.exp(-all.reduce((sum, { weight }) => sum + weight, PRIOR)));
  return { score, isSpam: score >= 0.5, words: all.slice(0, MOST_WORDS) };
}

/** Three words in capitals or more, and a third of all words of three letters or more. */
function shouting(text: string): LexiconVerdict["words"] {
  const words = wordsOf(text).filter(({ written }) => /\p{L}{3}/u.test(written));
  const loud = words.filter(({ written }) => /^\p{Lu}+$/u.test(written));
  if (loud.length < 3 || loud.length * 3 < words.length) return [];
  return [
    {
      word: loud
        .slice(0, 3)
        .map(({ written }) => written)
        .join(" "),
      weight: 1,
      kind: "capitals",
    },
  ];
}
