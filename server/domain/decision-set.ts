import type { DecisionVerdict } from "./decision";

/** Which decisions stand behind a figure: those whose message left, those to be sent, those with a message. */
export const DECISION_SETS = ["left", "to-send", "worded"] as const;
export type DecisionSet = (typeof DECISION_SETS)[number];

/** The verdicts of a set; null: whatever was decided. The days of `left` are those on which the message left. */
export const VERDICTS_OF: Record<DecisionSet, readonly DecisionVerdict[] | null> = {
  left: null,
  "to-send": ["sent-on", "held"],
  worded: ["sent-on", "held", "blocked"],
};
