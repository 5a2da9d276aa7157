import { type Reading, refused, taken } from "./reading";

/** Half of a surrogate pair: PostgreSQL cannot keep it. With the flag u, a whole pair does not match. */
const LONE_SURROGATE = /\p{Cs}/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * One line of text: a name, a city, a product number. Outer white space is dropped, the rest stays as it is.
 * Refused: longer than `maxLength` characters, or with a line break or another control character.
 */
export function plainText(text: string, maxLength: number): Reading<string> {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return refused(`longer than ${maxLength} characters`);
  if (CONTROL.test(trimmed)) return refused("has a line break or another control character");
  return LONE_SURROGATE.test(trimmed) ? refused("is not valid Unicode") : taken(trimmed);
}

/** Text of several lines: a ticket. Refused: too long, or what no database can keep. */
export function longText(text: string, maxLength: number): Reading<string> {
  if (text.length > maxLength) return refused(`longer than ${maxLength} characters`);
  if (text.includes("\0")) return refused("holds the character NUL");
  return LONE_SURROGATE.test(text) ? refused("is not valid Unicode") : taken(text.trim());
}
