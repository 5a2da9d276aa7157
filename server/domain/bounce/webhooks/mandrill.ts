import type { BounceReason } from "../bounce-reason";
import { jsonAt, textAt } from "./json-at";
import { complaint, delivery, hintOf, NONE, type ReadEvent, UNSUBSCRIBED } from "./provider-event";

/** `bounce_description`, and the reasons of rejected mails. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  badmailbox: "userunknown",
  invaliddomain: "hostunknown",
  mailboxfull: "mailboxfull",
  messagetoolarge: "mesgtoobig",
  spam: "spamdetected",
  reputation: "badreputation",
  relay: "norelaying",
  content: "policyviolation",
  virus: "virusdetected",
  dnsfailure: "networkerror",
  hardbounce: "suppressed",
  softbounce: "suppressed",
  unsub: "unsubscribed",
  unsigned: "authfailure",
  invalid: "userunknown",
};

/** Mailchimp Transactional (Mandrill). Source: mailchimp.com/developer/transactional/docs/webhooks */
export const readMandrill: ReadEvent = (event) => {
  const msg = jsonAt(event, "msg");
  if (msg === undefined) return null;
  const words = textAt(msg, "diag");
  const to = textAt(msg, "email");
  const own = hintOf(textAt(msg, "bounce_description"), HINTS);
  switch (textAt(event, "event")) {
    case "hard_bounce":
      return delivery(to, "failed", words, own ?? "userunknown");
    case "soft_bounce":
      return delivery(to, "failed", words, own ?? "systemerror");
    case "deferral":
      return delivery(to, "delayed", words, own ?? "expired");
    case "reject":
      return delivery(to, "failed", "", hintOf(textAt(msg, "reject", "reason"), HINTS) ?? "suppressed");
    case "delivered":
      return delivery(to, "delivered", words, null);
    case "spam":
      return complaint("");
    case "unsub":
      return UNSUBSCRIBED;
    default:
      return NONE;
  }
};
