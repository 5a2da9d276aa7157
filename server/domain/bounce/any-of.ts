/** One expression for a family of phrases, so that a rule can hold a phrase a line. */
export const anyOf = (...phrases: readonly RegExp[]): RegExp =>
  new RegExp(phrases.map(({ source }) => source).join("|"));
