/** A failure the reader can act on: it is printed as its message alone, without a stack. */
export class PlainError extends Error {
  name = "PlainError";
}

/** What any write to a full disk throws, in words. */
const FULL =
  "The disk is full: a file could not be written. Free some space, or set DATA_DIR to a folder on another disk.";

const wordsOf = (error) => {
  if (error?.code === "ENOSPC") return FULL;
  return error instanceof PlainError ? error.message : null;
};

/** Prints what went wrong, as short as it can be said, and ends the process with status 1. */
export function exitWith(error) {
  const words = wordsOf(error);
  console.error(words === null ? error : `\n${words}\n`);
  process.exit(1);
}
