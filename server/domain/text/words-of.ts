/** A word of a text: as it is compared, and as it was written. */
export type Word = { plain: string; written: string };

/** Letters, marks and digits with inner apostrophes; signs that carry meaning in short messages; pictographs. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[!?£€$¥%]|\p{Extended_Pictographic}/gu;

/** What is read of a text at most, in UTF-16 units: a pasted book must not stop the line. */
const LONGEST_TEXT = 20_000;

/**
 * The words of a text in order, in compatibility form (NFKC) and lower case. Scripts without spaces (Chinese, Japanese,
 * Thai) give one long word a run of letters; character n-grams look inside it.
 */
export function wordsOf(text: string): Word[] {
  const found = text.slice(0, LONGEST_TEXT).normalize("NFKC").match(WORD) ?? [];
  return found.map((written) => ({ written, plain: written.toLowerCase().replaceAll("’", "'") }));
}
