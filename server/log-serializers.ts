/** Values that a data exception quotes come after its first colon: `invalid input syntax for type uuid: "…"`. */
const DATA_EXCEPTION = /^22/;
const MOST_CAUSES = 5;

/**
 * What the log keeps of an error: name, code, message, where it was thrown, and its causes. A database error's own
 * fields (detail, where, internal query) name values of rows, which may be somebody's address.
 */
function loggable(error: Error, depth = 0): Record<string, unknown> {
  const code = "code" in error ? String(error.code) : undefined;
  const message = DATA_EXCEPTION.test(code ?? "") ? error.message.replace(/:.*/s, "") : error.message;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message,
    stack: frames.join("\n"),
    ...(error.cause instanceof Error && depth < MOST_CAUSES
      ? { cause: loggable(error.cause, depth + 1) }
      : {}),
  };
}

/** Errors wherever they stand in a value: a library may pass one along with other things. */
function withoutRowValues(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return loggable(value);
  if (typeof value !== "object" || value === null || depth >= MOST_CAUSES) return value;
  if (Array.isArray(value)) return value.map((one) => withoutRowValues(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutRowValues(one, depth + 1)]),
  );
}

/** How the log writes the fields that can hold an error. */
export const logSerializers = {
  err: (value: unknown) => withoutRowValues(value),
  said: (value: unknown) => withoutRowValues(value),
  metadata: (value: unknown) => withoutRowValues(value),
};
