import { plainText } from "./plain-text";
import { type Reading, refused, taken } from "./reading";

const MAX_LENGTH = 200;

/**
 * The company's own number of something: a customer, an order, a product.
 * With `whole`, a number that passed through a spreadsheet loses its decimals again: `17850.0` is `17850`.
 */
export function readId(text: string, whole: boolean): Reading<string> {
  const read = plainText(text, MAX_LENGTH);
  if (!read.ok) return read;
  if (read.value === "") return refused("empty");
  return whole && /^\d+\.0+$/.test(read.value) ? taken(read.value.replace(/\.0+$/, "")) : read;
}
