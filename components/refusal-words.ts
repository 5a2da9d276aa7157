/** What a call may fail with: tRPC's own error carries `data` where the server answered. */
type Failure = { message: string; data?: unknown };

/** A refusal as a form shows it: the field it speaks of, where it names one, and the sentence. */
export type RefusalWords = { field: string | null; text: string };

/**
 * Words what went wrong with a call. A refusal of the API reads `field: what and how to mend it`; a call without an
 * answer must not look like one that was refused.
 */
export function refusalWords(error: Failure): RefusalWords {
  if (httpStatusOf(error) === null)
    return {
      field: null,
      text: "The server did not answer, so nothing is known to have changed. Try again.",
    };
  const [, field, rest] = /^([A-Za-z][\w.]*): (.+)$/s.exec(error.message) ?? [];
  return { field: field ?? null, text: sentence(rest ?? error.message) };
}

/** The same as one sentence, where there is no field to put it at. */
export const refusalText = (error: Failure): string => refusalWords(error).text;

/** The status of the refusal; null where no answer came. */
export function httpStatusOf({ data }: Failure): number | null {
  if (typeof data !== "object" || data === null || !("httpStatus" in data)) return null;
  return typeof data.httpStatus === "number" ? data.httpStatus : null;
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? "" : "."}`;
