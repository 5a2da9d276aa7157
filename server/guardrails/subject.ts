import { block, clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Below so many letters a share of capitals says nothing: "SALE" in a short subject. */
const FEWEST_LETTERS = 8;

/**
 * A subject that reads like spam. A trigger word blocks; an over-long subject or one that shouts
 * calls a person. Merge fields count as one character, since what they become is checked at the claim.
 * `policy.subject.maxLength` is in characters: 78 is the line limit that RFC 5322 § 2.1.1 recommends.
 */
export const subject = guardrail({
  title: "Subject line",
  source: "the company’s policy: its list of trigger words; RFC 5322 § 2.1.1 for the length",
  reads: [],
  check({ subject: line }, _facts, policy) {
    const { triggers, maxLength, maxCapitalShare } = policy.subject;
    const words = line.replace(/\{\{.*?\}\}|\{%.*?%\}/g, "·");
    const lower = words.toLowerCase();
    if (words.trim() === "") return block("subject.empty");
    const trigger = triggers.find((one) => holds(lower, one.toLowerCase()));
    if (trigger !== undefined) return block("subject.trigger", { trigger }, trigger);
    if (words.length > maxLength) return doubt("subject.long", { length: words.length, maxLength }, line);
    const share = capitalShare(words);
    return share > maxCapitalShare ? doubt("subject.capitals", { share, maxCapitalShare }, line) : clear;
  },
});

/** Whether the trigger stands in the text as words of its own: "winner" is not in "dinner winners". */
function holds(lower: string, trigger: string): boolean {
  for (let at = lower.indexOf(trigger); at !== -1; at = lower.indexOf(trigger, at + 1)) {
    if (!joins(lower[at - 1], trigger[0]) && !joins(trigger.at(-1), lower[at + trigger.length])) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;
const joins = (left: string | undefined, right: string | undefined) =>
  left !== undefined && right !== undefined && LETTER.test(left) && LETTER.test(right);

function capitalShare(words: string): number {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return 0;
  return Math.round(((words.match(/\p{Lu}/gu)?.length ?? 0) / letters) * 100) / 100;
}
