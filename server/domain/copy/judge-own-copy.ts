import { type CopyProblem, checkCopy } from "./check-copy";
import type { CopyBrief } from "./copy-brief";
import type { CopyText } from "./copy-text";

/** Words that a person vouches for: figures and claims nobody gave the writer. They are shown, and do not stop an edit. */
const VOUCHED_FOR: ReadonlySet<string> = new Set(["copy.figure", "copy.claim"]);

/** What speaks against words that a person wrote: what must be changed, and what they vouch for by saving. */
export function judgeOwnCopy(
  copy: CopyText,
  brief: CopyBrief,
): { problems: CopyProblem[]; warnings: CopyProblem[] } {
  const found = checkCopy(copy, brief);
  return {
    problems: found.filter(({ code }) => !VOUCHED_FOR.has(code)),
    warnings: found.filter(({ code }) => VOUCHED_FOR.has(code)),
  };
}
