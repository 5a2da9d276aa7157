import type { BounceReason } from "../bounce-reason";
import { type JsonObject, jsonAt, textAt } from "./json-at";
import { complaint, delivery, hintOf, NONE, type ReadEvent, UNSUBSCRIBED } from "./provider-event";

/** What providers call an event or its cause, squeezed to letters. The longer words stand first. */
const HINTS: Readonly<Record<string, BounceReason>> = {
  mailboxfull: "mailboxfull",
  quota: "mailboxfull",
  userunknown: "userunknown",
  badmailbox: "userunknown",
  invalidemail: "userunknown",
  mailboxinactive: "suspend",
  inactive: "suspend",
  invaliddomain: "hostunknown",
  domain: "hostunknown",
  preblocked: "suppressed",
  suppress: "suppressed",
  unsub: "unsubscribed",
  spam: "spamdetected",
  content: "spamdetected",
  policy: "policyviolation",
  greylist: "greylisted",
  block: "blocked",
  throttl: "speeding",
  expired: "expired",
  defer: "expired",
  delay: "expired",
  hard: "userunknown",
  permanent: "userunknown",
  soft: "systemerror",
  transient: "systemerror",
  temporary: "systemerror",
};
const KIND = ["event", "type", "event_type", "eventType", "EventType", "RecordType", "action", "status"];
const CAUSE = [
  "error",
  "error_related_to",
  "bounce",
  "bounce_type",
  "bounceType",
  "type",
  "category",
  "classification",
  "subType",
];
const WORDS = [
  "diagnosticCode",
  "diagnostic_code",
  "diagnostic",
  "diag",
  "smtp_response",
  "response",
  "message",
  "reason",
  "comment",
  "details",
  "description",
  "error",
  "email_response_message",
];
const PLACES = [[], ["data"], ["bounce"], ["data", "bounce"], ["data", "object"], ["data", "morph"]] as const;

/**
 * Events of providers whose fields go by the usual names: Mailjet, Brevo, SMTP2GO, Elastic Email, MailerSend, Scaleway and
 * the like. The kind is read from the event's name, the cause from the fields that name one, the words from those that quote
 * the server.
 */
export const readAnyProvider: ReadEvent = (event) => {
  const kind = squeezed(first(event, KIND));
  const all = `${kind} ${squeezed(first(event, CAUSE))}`;
  if (/complain|spamreport|markedasspam|^(?:email|activity)?spam$/.test(kind)) return complaint("");
  if (/unsub|optout/.test(kind)) return UNSUBSCRIBED;
  if (
    !/bounce|fail|drop|block|reject|defer|delay|invalid|error|undeliver|mailboxnotfound|delivered/.test(kind)
  )
    return NONE;
  const words = first(event, WORDS);
  const to = first(event, ["email", "recipient", "rcpt", "to", "email_to", "emailAddress"]);
  if (/delivered/.test(kind) && !/undeliver/.test(kind)) return delivery(to, "delivered", words, null);
  const isLate = /defer|delay/.test(kind);
  const hint = isHard(event) ? "userunknown" : (hintOf(all, HINTS) ?? (isLate ? "expired" : null));
  return delivery(to, isLate ? "delayed" : "failed", words, hint);
};

/** Mailjet says in a flag of its own that an address is bad. */
const isHard = (event: JsonObject): boolean => event.hard_bounce === true || event.permanent === true;

function first(event: JsonObject, names: readonly string[]): string {
  for (const place of PLACES)
    for (const name of names) {
      const found = textAt(jsonAt(event, ...place), name);
      if (found !== "") return found;
    }
  return "";
}

const squeezed = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, "");
