import { type Reading, refused, taken } from "./reading";

const WORDS = new Map<string, boolean>([
  ...["true", "t", "yes", "y", "1", "on", "ja", "oui", "si", "sí", "x"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "0", "off", "nein", "non"].map((word) => [word, false] as const),
]);

/** A truth value in words, digits, or a tick. */
export function readYesNo(text: string): Reading<boolean> {
  const value = WORDS.get(text.trim().toLowerCase());
  return value === undefined ? refused("not yes or no") : taken(value);
}
