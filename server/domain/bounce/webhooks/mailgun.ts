import type { BounceReason } from "../bounce-reason";
import { jsonAt, textAt } from "./json-at";
import { complaint, delivery, hintOf, NONE, type ReadEvent, UNSUBSCRIBED } from "./provider-event";

/** `reason` of a failed mail. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  suppressbounce: "suppressed",
  suppresscomplaint: "suppressed",
  suppressunsubscribe: "unsubscribed",
  greylisted: "greylisted",
  espblock: "blocked",
  old: "expired",
};

/** Mailgun: `event-data`, unwrapped before. Source: documentation.mailgun.com, "Webhook payloads" and "Events". */
export const readMailgun: ReadEvent = (event) => {
  const status = jsonAt(event, "delivery-status");
  if (status === undefined && textAt(event, "log-level") === "") return null;
  const isForGood = textAt(event, "severity") !== "temporary" && textAt(status, "bounce-type") !== "soft";
  const code = textAt(status, "code");
  const message = textAt(status, "message") || textAt(status, "description");
  const words = /^[45]\d\d\b/.test(message) || !/^[45]\d\d$/.test(code) ? message : `${code} ${message}`;
  const hint = hintOf(textAt(event, "reason"), HINTS) ?? (isForGood ? "userunknown" : "systemerror");
  const enhanced = textAt(status, "enhanced-code");
  const to = textAt(event, "recipient");
  switch (textAt(event, "event")) {
    case "failed":
    case "bounced":
      return delivery(to, isForGood ? "failed" : "delayed", words, hint, enhanced);
    case "rejected":
      return delivery(to, "failed", textAt(event, "reject", "reason"), "policyviolation");
    case "delivered":
      return delivery(to, "delivered", words, null, enhanced);
    case "complained":
      return complaint("");
    case "unsubscribed":
      return UNSUBSCRIBED;
    default:
      return NONE;
  }
};
