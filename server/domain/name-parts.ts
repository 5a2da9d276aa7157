import type { Person } from "./person";

/** So many letters of a word find a name; a shorter word must be the whole of it. */
const SHORTEST = 3;
/** Letters beyond these narrow nothing: no two names are told apart by them. */
const LONGEST = 10;
/** Of longer names, the words after these are not found. */
const MOST_WORDS = 8;

/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** A name's words without case, accents and apostrophes: “Jean-Luc O'Brién” is jean, luc, obrien. */
function nameWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}'’ʼ]/gu, "")
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}

const lettersOf = (word: string): string[] => [...word].slice(0, LONGEST);

/** Everything that a person is found by: each word of their names, and how it begins. */
export function namePartsOf({
  firstName = "",
  lastName = "",
}: Pick<Person, "firstName" | "lastName">): string[] {
  const parts = nameWords(`${firstName} ${lastName}`).flatMap((word) => {
    const letters = lettersOf(word);
    if (letters.length < SHORTEST) return [word];
    return letters.slice(SHORTEST - 1).map((_, i) => letters.slice(0, SHORTEST + i).join(""));
  });
  return [...new Set(parts)];
}

/** What all of a search's words ask for; nothing where it holds no letter. */
export const namePartsAsked = (search: string): string[] => [
  ...new Set(nameWords(search).map((word) => lettersOf(word).join(""))),
];
