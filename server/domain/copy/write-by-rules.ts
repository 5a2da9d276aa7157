import type { Goal } from "../goal";
import type { CopyBrief } from "./copy-brief";
import type { CopyText } from "./copy-text";
import { offerLine } from "./offer-line";
import { de } from "./phrases/de";
import { en } from "./phrases/en";
import { es } from "./phrases/es";
import { fr } from "./phrases/fr";
import type { Phrasebook } from "./phrases/phrasebook";

const BOOKS: Record<CopyBrief["language"], Phrasebook> = { en, de, fr, es };

const APPROACHES = 5;
/** The approach that names the offer in its subject. */
const DIRECT = 1;

/**
 * Writes a piece from fixed sentences: no model, no invented claims, the offer as the company set it.
 *
 * The variant's letter picks the approach (a: warm, b: direct, c: a question, d: short, e: helpful), so that variants
 * differ in kind. A goal that speaks of silence speaks so only to segments that are silent.
 */
export function writeByRules(brief: CopyBrief): CopyText {
  const book = BOOKS[brief.language];
  const approach = approachOf(brief.variant);
  const standing = standingOf(brief.segment);
  const [subject, heading, opening] = book.openings[toneFor(brief.goal, standing)][approach];
  const offer = brief.action === "offer" ? brief.offer : null;
  // an offer that is not there becomes a nudge
  const action = brief.action === "offer" && offer === null ? "nudge" : brief.action;
  const paragraphs = [
    book.hello,
    opening,
    ...greetingOf(standing, book),
    book.body[action],
    ...(offer === null ? [] : [offer.code === null ? book.withoutCode : book.withCode]),
    book.close[approach],
  ];
  return {
    subject:
      offer !== null && approach === DIRECT
        ? offerLine(offer, brief.language, brief.company.currency)
        : subject,
    preheader: book.preheader[action],
    heading,
    paragraphs,
    callToAction: book.callToAction[action],
  };
}

function greetingOf(standing: Standing, book: Phrasebook): string[] {
  if (standing === "regular") return [book.regular];
  return standing === "new" ? [book.fresh] : [];
}

/** 'a' → 0 … 'e' → 4, then from the start again. */
function approachOf(variant: string): 0 | 1 | 2 | 3 | 4 {
  const letter = (variant.codePointAt(0) ?? 97) - 97;
  // the remainder of a division by five
  return (((letter % APPROACHES) + APPROACHES) % APPROACHES) as 0 | 1 | 2 | 3 | 4;
}

type Standing = "quiet" | "regular" | "new" | "unknown";

/** How a segment stands to the company, from its name. */
function standingOf(segment: string): Standing {
  if (/risk|laps|lost|hibernat|sleep|dormant|churn|quiet|silent|declin|inactive|attention/.test(segment))
    return "quiet";
  if (/champion|loyal|vip|best|frequent|heavy|power/.test(segment)) return "regular";
  return /new|recent|promising|first|one-time/.test(segment) ? "new" : "unknown";
}

const SPEAKS_OF_SILENCE: readonly Goal[] = ["win-back", "reduce-churn"];

const toneFor = (goal: Goal, standing: Standing): Goal =>
  SPEAKS_OF_SILENCE.includes(goal) && (standing === "regular" || standing === "new") ? "increase-aov" : goal;
