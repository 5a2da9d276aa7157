/** Dims what is of the rules before, once the answer takes longer than a moment: it stays readable and in its place. */
export const staleClass = (isStale: boolean): string =>
  `transition-opacity ${isStale ? "opacity-50 delay-300" : ""}`;
