/** A failure the reader can act on: it is printed as its message alone, without a stack. */
export class PlainError extends Error {
  name = "PlainError";
}

/** Prints what went wrong, as short as it can be said, and ends the process with status 1. */
export function exitWith(error) {
  console.error(error instanceof PlainError ? `\n${error.message}\n` : error);
  process.exit(1);
}
