import { shapesOf } from "./shapes-of";
import { type Word, wordsOf } from "./words-of";

/** From and to, in words or in characters; null: none. */
export type Span = readonly [number, number] | null;

export type FeatureOptions = {
  /** n-grams of words */
  words: Span;
  /** n-grams of characters inside a word with a space at either end, so "card" gives " ca", "car", "ard", "rd " */
  chars: Span;
  /** how a message looks: links, numbers, money, capitals, length */
  shapes: boolean;
};

/** `word` is the index of the word that a feature lies in or begins with; -1: it belongs to none. */
export type Visit = (feature: string, word: number) => void;

/**
 * Calls `visit` for each feature of a text, as often as it occurs, and answers the words. A feature's first letter says
 * its kind: w(ords), c(haracters), s(hape).
 */
export function eachFeature(text: string, options: FeatureOptions, visit: Visit): Word[] {
  const words = wordsOf(text);
  if (options.words !== null) wordGrams(words, options.words, visit);
  if (options.chars !== null) {
    const [least, most] = options.chars;
    words.forEach(({ plain }, index) => {
      charGrams(` ${plain} `, least, most, index, visit);
    });
  }
  if (options.shapes) for (const shape of shapesOf(text, words)) visit(`s${shape}`, -1);
  return words;
}

function wordGrams(words: readonly Word[], [least, most]: readonly [number, number], visit: Visit): void {
  for (let start = 0; start < words.length; start++) {
    let gram = "w";
    for (let size = 1; size <= most && start + size <= words.length; size++) {
      gram += size === 1 ? words[start]?.plain : ` ${words[start + size - 1]?.plain}`;
      if (size >= least) visit(gram, start);
    }
  }
}

/** A word shorter than a size counts once, whole. */
function charGrams(padded: string, least: number, most: number, word: number, visit: Visit): void {
  for (let size = least; size <= most; size++) {
    if (padded.length <= size) {
      visit(`c${padded}`, word);
      return;
    }
    for (let start = 0; start + size <= padded.length; start++)
      visit(`c${padded.slice(start, start + size)}`, word);
  }
}
