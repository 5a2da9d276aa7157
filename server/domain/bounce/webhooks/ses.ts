import type { BounceReason } from "../bounce-reason";
import { type JsonObject, jsonAt, listAt, textAt } from "./json-at";
import { complaint, delivery, hintOf, NONE, type ProviderEvent, type ReadEvent } from "./provider-event";

/** bounceType and bounceSubType, and delayType. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  unsubscribedrecipient: "unsubscribed",
  suppress: "suppressed",
  noemail: "userunknown",
  mailboxfull: "mailboxfull",
  messagetoolarge: "mesgtoobig",
  contentrejected: "spamdetected",
  attachmentrejected: "policyviolation",
  timeout: "expired",
  spamdetected: "spamdetected",
  ipfailure: "blocked",
  recipientservererror: "systemerror",
  communicationfailure: "networkerror",
  permanent: "userunknown",
  transient: "systemerror",
  internalfailure: "systemerror",
};

/**
 * Amazon SES, by notification (`notificationType`) or event publishing (`eventType`), and Resend, which hands SES's words
 * on. Source: docs.aws.amazon.com/ses, "Amazon SNS notification contents for Amazon SES" and "event publishing".
 */
export const readSes: ReadEvent = (event) => {
  const type = textAt(event, "notificationType") || textAt(event, "eventType");
  if (type === "") return /^email\./.test(textAt(event, "type")) ? resend(event) : null;
  if (type === "Complaint") return complaint(textAt(event, "complaint", "complaintFeedbackType"));
  if (type === "Bounce")
    return recipients(event, "bounce", "bouncedRecipients", "failed", hintOfBounce(event.bounce));
  if (type === "DeliveryDelay") {
    const hint = hintOf(textAt(event, "deliveryDelay", "delayType"), HINTS) ?? "expired";
    return recipients(event, "deliveryDelay", "delayedRecipients", "delayed", hint);
  }
  if (type === "Delivery") return delivery("", "delivered", textAt(event, "delivery", "smtpResponse"), null);
  if (type === "Reject") return delivery("", "failed", textAt(event, "reject", "reason"), "virusdetected");
  return NONE;
};

const hintOfBounce = (bounce: unknown): BounceReason | null =>
  hintOf(textAt(bounce, "bounceSubType"), HINTS) ?? hintOf(textAt(bounce, "bounceType"), HINTS);

function recipients(
  event: JsonObject,
  field: string,
  list: string,
  action: "failed" | "delayed",
  hint: BounceReason | null,
): ProviderEvent[] {
  const found = listAt(event, field, list).map((one) =>
    delivery(textAt(one, "emailAddress"), action, textAt(one, "diagnosticCode"), hint, textAt(one, "status")),
  );
  return found.length > 0 ? found : [delivery("", action, "", hint)];
}

function resend(event: JsonObject): ProviderEvent {
  const bounce = jsonAt(event, "data", "bounce");
  const hint =
    hintOf(textAt(bounce, "subType"), HINTS) ?? hintOf(textAt(bounce, "type") || "permanent", HINTS);
  const to = String(listAt(event, "data", "to")[0] ?? "");
  switch (textAt(event, "type")) {
    case "email.bounced":
      return delivery(to, "failed", listAt(bounce, "diagnosticCode").join(" "), hint);
    case "email.complained":
      return complaint("");
    case "email.delivery_delayed":
      return delivery(to, "delayed", "", "expired");
    case "email.delivered":
      return delivery(to, "delivered", "", null);
    default:
      return NONE;
  }
}
