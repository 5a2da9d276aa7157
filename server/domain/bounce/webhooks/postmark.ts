import type { BounceReason } from "../bounce-reason";
import { textAt } from "./json-at";
import { complaint, delivery, NONE, type ReadEvent, UNSUBSCRIBED, VACATION } from "./provider-event";

const HINTS: Readonly<Record<string, BounceReason>> = {
  HardBounce: "userunknown",
  BadEmailAddress: "userunknown",
  AddressChange: "hasmoved",
  ManuallyDeactivated: "suppressed",
  SoftBounce: "systemerror",
  Transient: "expired",
  DnsError: "networkerror",
  SpamNotification: "spamdetected",
  VirusNotification: "virusdetected",
  Blocked: "blocked",
  DMARCPolicy: "authfailure",
  OpenRelayTest: "undefined",
  ChallengeVerification: "filtered",
  SMTPApiError: "systemerror",
};

/** Postmark. Source: postmarkapp.com/developer/webhooks/bounce-webhook and /api/bounce-api#bounce-types */
export const readPostmark: ReadEvent = (event) => {
  const record = textAt(event, "RecordType");
  const type = textAt(event, "Type");
  if (record === "" && !(type in HINTS) && textAt(event, "TypeCode") === "") return null;
  if (record === "SpamComplaint" || type === "SpamComplaint") return complaint("");
  if (type === "AutoResponder") return VACATION;
  if (type === "Unsubscribe" || event.SuppressSending === true) return UNSUBSCRIBED;
  if (record === "Delivery")
    return delivery(textAt(event, "Recipient"), "delivered", textAt(event, "Details"), null);
  const hint = HINTS[type];
  if (hint === undefined && record !== "Bounce") return NONE;
  // `Description` explains the type with examples, which say nothing of this mail
  return delivery(textAt(event, "Email"), "failed", textAt(event, "Details"), hint ?? null);
};
