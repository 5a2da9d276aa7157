import type { BounceReason } from "./bounce-reason";
import { type RecipientReport, silentRecipient } from "./bounce-report";
import { enhancedStatus } from "./enhanced-status";
import { smtpStage } from "./smtp-stage";

type Fields = Map<string, string>;

/** Fields that speak of a recipient and not of the whole message. */
const OF_RECIPIENT = ["final-recipient", "original-recipient", "action", "status", "diagnostic-code"];

/**
 * The recipients of a delivery status report, the body of message/delivery-status (RFC 3464 § 2): groups of fields with an
 * empty line between. A report that runs its groups together is forgiven.
 */
export function deliveryStatus(body: string): RecipientReport[] {
  return groupsOf(body)
    .filter((group) => OF_RECIPIENT.some((name) => group.has(name)))
    .map(recipientOf);
}

/** The fields of a report, by name in lower case, unfolded. Values of the same field in a group are put together. */
export function groupsOf(body: string): Fields[] {
  const groups: Fields[] = [];
  let group: Fields = new Map();
  const close = () => {
    if (group.size > 0) groups.push(group);
    group = new Map();
  };
  for (const line of body.replace(/\n[ \t]+(?=\S)/g, " ").split("\n")) {
    if (line.trim() === "") {
      close();
      continue;
    }
    const [, name = "", value = ""] = /^\s*([A-Za-z][\w-]*)\s*:\s*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === "") continue;
    if (key === "final-recipient" && group.has(key)) close();
    group.set(key, group.has(key) ? `${group.get(key)} ${value}` : value.trim());
  }
  close();
  return groups;
}

/** How PowerMTA sorts what it reports (its user's guide, "Bounce categorization"). */
const CATEGORIES: Readonly<Record<string, BounceReason>> = {
  "bad-mailbox": "userunknown",
  "bad-domain": "hostunknown",
  "inactive-mailbox": "suspend",
  "quota-issues": "mailboxfull",
  "message-expired": "expired",
  "no-answer-from-host": "networkerror",
  "bad-connection": "networkerror",
  "routing-errors": "networkerror",
  "bad-configuration": "systemerror",
  "spam-related": "spamdetected",
  "virus-related": "virusdetected",
  "content-related": "contenterror",
  "policy-related": "policyviolation",
  "relaying-issues": "norelaying",
  "invalid-sender": "rejected",
  "protocol-errors": "syntaxerror",
};

function recipientOf(fields: Fields): RecipientReport {
  const status = fields.get("status") ?? "";
  const diagnostic = withoutType(fields.get("diagnostic-code") ?? "");
  // some put the words into the comment of the status
  const comment = /^[245]\.\d+\.\d+\s*\(([^)]*)\)/.exec(status)?.[1] ?? "";
  const words = diagnostic === "" ? comment : diagnostic;
  return {
    ...silentRecipient,
    recipient: addressOf(fields.get("final-recipient") ?? fields.get("original-recipient") ?? ""),
    action: actionOf(fields.get("action") ?? ""),
    status: tellingStatus(enhancedStatus(status), enhancedStatus(diagnostic)),
    diagnostic: words,
    stage: smtpStage(words),
    hint: CATEGORIES[(fields.get("x-powermta-bouncecategory") ?? "").toLowerCase()] ?? null,
  };
}

/** The report's own status, but where that is x.0.0 or x.1.0 and the server's reply has a better one, that. */
function tellingStatus(own: string, ofReply: string): string {
  if (ofReply === "" || own === ofReply) return own;
  return own === "" || /^[245]\.\d+\.0$/.test(own) ? ofReply : own;
}

/** "smtp; 550 …" as "550 …". */
const withoutType = (value: string): string => value.replace(/^\s*[\w-]+\s*;\s*/, "").trim();

/** "rfc822; <a@b>" as "a@b". */
export const addressOf = (value: string): string =>
  value
    .replace(/^\s*[\w-]+\s*;\s*/, "")
    .replace(/^[<"'\s]+|[>"'\s]+$/g, "")
    .toLowerCase();

function actionOf(value: string): RecipientReport["action"] {
  const [word = ""] = value
    .trim()
    .toLowerCase()
    .split(/[^a-z]/);
  if (word === "failed" || word === "failure" || word === "fail") return "failed";
  if (word === "delayed") return "delayed";
  return word === "delivered" || word === "relayed" || word === "expanded" ? "delivered" : null;
}
