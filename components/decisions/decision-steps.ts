import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { reasonWords } from "@/components/reason-words";
import { formatInstant, formatMoney, formatNumber } from "@/components/ui/format";
import type { TraceStep } from "@/components/ui/trace";
import { deliveredWords, reviewedWords } from "./aftermath-words";
import { AUTONOMY_TITLES } from "./autonomy-titles";
import { type Explainable, type Explained, REVIEW_WORDS, VERDICT_WORDS } from "./decision-words";

type Node = Explainable["nodes"][number];
type Said = { fact: string; detail?: string };
/** What became of it since is known of stored decisions only. */
type Told = Explainable & Partial<Pick<Explained, "review" | "outbox">>;
type Ask = { explained: Told; offers: OfferTitles; timeZone: string };

/** The ten nodes as steps: what each found, in words, with its reason codes. */
export function decisionSteps(ask: Ask): TraceStep[] {
  return ask.explained.nodes.map((node) => {
    const { tone, outcome } = lookOf(node, ask.explained);
    const { fact, detail } = node.state === "not-reached" ? NOT_REACHED : toldBy(node, ask);
    const why = node.reasons.map(({ code, facts }) => reasonWords(code, facts, ask.explained.currency));
    const more = [detail, ...why].filter((text) => text !== undefined && text !== "").join(" · ");
    return {
      name: node.name,
      tone,
      outcome,
      took: node.version === null ? undefined : `rules v${node.version}`,
      fact,
      detail: more,
      codes: node.reasons.map(({ code }) => code),
    };
  });
}

const NOT_REACHED: Said = { fact: "Not reached" };

function lookOf({ name, state }: Node, { decision, review }: Told): Pick<TraceStep, "tone" | "outcome"> {
  if (state === "not-reached") return { tone: "neutral", outcome: "not reached" };
  if (state === "ended") {
    const { tone, word } = VERDICT_WORDS[decision.verdict];
    return { tone, outcome: word };
  }
  if (decision.verdict !== "held" || name !== "review") return { tone: "pass", outcome: "passed" };
  const { tone, word } = (review && REVIEW_WORDS[review.state]) ?? VERDICT_WORDS.held;
  return { tone, outcome: word.toLowerCase() };
}

const TELL: Readonly<Record<string, (node: Node, ask: Ask) => Said>> = {
  goal: ({ fact }, { explained: { versions } }) => ({
    fact: text(fact.campaign),
    detail: `campaign v${versions.campaign}, policy v${versions.policy}, brand v${versions.brand}, ${
      AUTONOMY_TITLES[text(fact.autonomy)] ?? text(fact.autonomy)
    }`,
  }),
  route: ({ fact }) => ({
    fact: text(fact.segmentor),
    detail: "follows from the goal and the configuration",
  }),
  segment: ({ fact }) => ({ fact: segmentWords(textOrNull(fact.segment)) }),
  insights: ({ fact }, { explained }) => {
    const { orderMinor, ...found } = fact;
    const words = Object.values(found).map(text);
    const expected =
      typeof orderMinor === "number"
        ? `the next order is expected to bring ${formatMoney(orderMinor, explained.currency)}`
        : "";
    return {
      fact: words.length === 1 ? "1 finding" : `${words.length} findings`,
      detail: [...words, expected].filter(Boolean).join("; "),
    };
  },
  action: ({ fact, state }, { explained, offers }) => {
    if (state === "ended") return { fact: "Nothing is drawn" };
    const choice = { action: textOrNull(fact.action), offerId: textOrNull(fact.offerId) };
    const chance = typeof fact.propensity === "number" ? `, chance ${formatNumber(fact.propensity)}` : "";
    return {
      fact: `${choiceWords(choice, offers)}, ${text(fact.channel)}, variant ${text(fact.variant)}`,
      detail: `drawn from ${explained.candidates.length} candidates${chance}`,
    };
  },
  message: ({ fact, state }) =>
    state === "ended"
      ? { fact: "No words" }
      : {
          fact: text(fact.subject),
          detail: `creative ${text(fact.creativeId)}, written by ${text(fact.writtenBy)}, ${
            fact.approved === true ? "approved before" : "not approved before"
          }`,
        },
  safety: (_node, { explained: { checks } }) => {
    const clear = checks.filter(({ level }) => level === "clear").length;
    return { fact: `${clear} of ${checks.length} checks pass` };
  },
  review: (_node, { explained, timeZone }) => ({
    fact:
      explained.decision.verdict === "held"
        ? (reviewedWords(explained, timeZone) ?? "A person looks first")
        : "Nobody needs to look",
  }),
  deliver: ({ fact }, { explained, timeZone }) => ({
    fact: fact.sendAt
      ? `Planned for ${formatInstant(Date.parse(text(fact.sendAt)), timeZone)}`
      : "No hour planned",
    detail: [
      fact.sendAt ? "at the person's own hour, within the hours that the company permits" : "",
      deliveredWords(explained, timeZone),
    ]
      .filter(Boolean)
      .join(" · "),
  }),
  record: (_node, { explained: { decision } }) => ({
    fact: `Stored as “${VERDICT_WORDS[decision.verdict].word.toLowerCase()}”`,
  }),
};

const toldBy = (node: Node, ask: Ask): Said => TELL[node.name]?.(node, ask) ?? { fact: node.name };

const text = (value: unknown): string => (value === null || value === undefined ? "unknown" : String(value));
const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
