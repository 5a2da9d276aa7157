import type { BounceReason } from "../bounce-reason";
import { textAt } from "./json-at";
import { complaint, delivery, hintOf, NONE, type ReadEvent, UNSUBSCRIBED } from "./provider-event";

/** `bounce_classification`, the reasons of dropped mails, and `type`. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  invalid: "userunknown",
  bouncedaddress: "suppressed",
  unsubscribedaddress: "unsubscribed",
  spamreportingaddress: "suppressed",
  spamcontent: "spamdetected",
  content: "spamdetected",
  reputation: "badreputation",
  frequencyorvolume: "speeding",
  mailboxunavailable: "suspend",
  technical: "systemerror",
  expired: "expired",
  blocked: "blocked",
};

/** Twilio SendGrid. Source: twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const readSendgrid: ReadEvent = (event) => {
  if (textAt(event, "sg_event_id") === "" && textAt(event, "sg_message_id") === "") return null;
  const words = textAt(event, "reason") || textAt(event, "response");
  const status = textAt(event, "status");
  const to = textAt(event, "email");
  const own = hintOf(textAt(event, "bounce_classification"), HINTS);
  switch (textAt(event, "event")) {
    case "bounce":
      return delivery(
        to,
        "failed",
        words,
        own ?? hintOf(textAt(event, "type"), HINTS) ?? "userunknown",
        status,
      );
    case "blocked":
      return delivery(to, "failed", words, own ?? "blocked", status);
    case "dropped":
      return delivery(to, "failed", "", hintOf(words, HINTS) ?? "suppressed", status);
    case "deferred":
      return delivery(to, "delayed", words, own ?? "expired", status);
    case "delivered":
      return delivery(to, "delivered", words, null, status);
    case "spamreport":
      return complaint("");
    case "unsubscribe":
    case "group_unsubscribe":
      return UNSUBSCRIBED;
    default:
      return NONE;
  }
};
