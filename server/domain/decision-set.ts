import type { DecisionVerdict } from "./decision";

/** Which decisions stand behind a figure, above or below its line. */
export const DECISION_SETS = [
  "left",
  "opened",
  "clicked",
  "ordered",
  "to-send",
  "overridden",
  "reviewed",
  "worded",
  "treated",
  "held-out",
] as const;
export type DecisionSet = (typeof DECISION_SETS)[number];

type Meaning = {
  verdicts?: readonly DecisionVerdict[];
  /** what the days of the list are about, where it is not the decision */
  dated?: "left" | "reviewed";
  /** an answer that counts for the figures */
  followedBy?: "open" | "click" | "conversion";
  isOverridden?: true;
  /** the first decision in the period of everybody in an arm of the comparison */
  arm?: "treated" | "held-out";
};

const TO_SEND = ["sent-on", "held"] as const;

/** What makes a decision one of a set. */
export const SET_MEANINGS: Record<DecisionSet, Meaning> = {
  left: { dated: "left" },
  opened: { dated: "left", followedBy: "open" },
  clicked: { dated: "left", followedBy: "click" },
  ordered: { dated: "left", followedBy: "conversion" },
  "to-send": { verdicts: TO_SEND },
  overridden: { verdicts: TO_SEND, isOverridden: true },
  reviewed: { dated: "reviewed" },
  worded: { verdicts: [...TO_SEND, "blocked"] },
  treated: { arm: "treated" },
  "held-out": { arm: "held-out" },
};

/** Whether the decisions of a set are those of messages that left: orders may have followed them. */
export const isOfTouches = (set: DecisionSet): boolean => SET_MEANINGS[set].dated === "left";
