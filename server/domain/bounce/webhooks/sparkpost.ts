import type { BounceReason } from "../bounce-reason";
import { textAt } from "./json-at";
import { complaint, delivery, NONE, type ReadEvent, UNSUBSCRIBED, VACATION } from "./provider-event";

/** `bounce_class`; 1 (undetermined), 80 (subscribe) and what is not here says nothing. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  "10": "userunknown",
  "20": "systemerror",
  "21": "networkerror",
  "22": "mailboxfull",
  "23": "mesgtoobig",
  "24": "expired",
  "25": "policyviolation",
  "30": "userunknown",
  "40": "systemerror",
  "50": "blocked",
  "51": "blocked",
  "52": "spamdetected",
  "53": "policyviolation",
  "54": "norelaying",
  "70": "systemerror",
  "100": "filtered",
};

/** SparkPost and Momentum: what lies in `msys`, unwrapped before. Source: support.sparkpost.com, "Bounce classification codes". */
export const readSparkpost: ReadEvent = (event) => {
  const type = textAt(event, "type");
  const kind = textAt(event, "bounce_class");
  if (kind === "" && textAt(event, "event_id") === "" && textAt(event, "rcpt_to") === "") return null;
  const words = textAt(event, "raw_reason") || textAt(event, "reason");
  const to = textAt(event, "rcpt_to");
  if (type === "spam_complaint") return complaint(textAt(event, "fbtype"));
  if (type === "list_unsubscribe" || type === "link_unsubscribe" || kind === "90") return UNSUBSCRIBED;
  if (kind === "60") return VACATION;
  const hint = HINTS[kind] ?? null;
  if (type === "delay") return delivery(to, "delayed", words, hint ?? "expired");
  if (/bounce|out_of_band|policy_rejection|generation_failure|generation_rejection/.test(type))
    return delivery(to, "failed", words, hint);
  return type === "delivery" ? delivery(to, "delivered", "", null) : NONE;
};
