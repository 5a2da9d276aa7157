import { BOUNCE_REASONS, type BounceClass, type BounceReason } from "./bounce-reason";
import { type BounceReport, type RecipientReport, silentRecipient } from "./bounce-report";
import { reasonOfLinks } from "./reason-of-links";
import { reasonOfWords } from "./reason-rules";
import { replyWords } from "./reply-words";
import { meaningOfStatus } from "./status-reason";

export type BounceVerdict = {
  class: BounceClass;
  /** the address takes no mail, and never will */
  hard: boolean;
  /** enhanced status code, or "" */
  status: string;
  reason: BounceReason;
};

/** Feedback that is no person's complaint: a check that failed (RFC 6591), a mail taken out of the spam folder. */
const NO_COMPLAINT = new Set(["auth-failure", "not-spam", "dmarc", "dkim"]);

/**
 * What a bounce means for the address. Of several recipients the first one that failed counts, or else the first one.
 *
 * A server's words go before its status code, since many servers give 5.1.1 or 5.7.1 for everything; a code that names its
 * reason goes before the words for people; then what a provider says itself; then the command that was refused. A reason that is for good
 * is only hard when the mail has failed: a delay is soft.
 */
export function classifyBounce(report: BounceReport): BounceVerdict {
  if (report.kind === "feedback") {
    const isComplaint = !NO_COMPLAINT.has(report.feedbackType);
    return { class: isComplaint ? "complaint" : "other", hard: false, status: "", reason: "feedback" };
  }
  if (report.kind === "unsubscribe") return verdict("unsubscribed", "");
  if (report.kind === "vacation") return verdict("vacation", "");
  if (report.kind === "none") return verdict("undefined", "");
  const { recipients, notice } = report;
  const one = recipients.find(({ action }) => action === "failed") ?? recipients[0] ?? silentRecipient;
  const reason = reasonOf(one, notice);
  const found = verdict(reason, one.status);
  return found.hard && isTemporary(one, reason) ? { ...found, class: "soft", hard: false } : found;
}

function verdict(reason: BounceReason, status: string): BounceVerdict {
  const found = BOUNCE_REASONS[reason];
  return { class: found, hard: found === "hard", status, reason };
}

/**
 * A code of class 4 says that the mail itself was fine, even where the server has given up (RFC 3463 § 2). A server that
 * knows its users and names one unknown is believed all the same once it has failed.
 */
function isTemporary({ action, status, diagnostic }: RecipientReport, reason: BounceReason): boolean {
  if (action === "delayed") return true;
  const isLater = status.startsWith("4.") || (status === "" && /^4\d\d\b/.test(diagnostic));
  return isLater && !(reason === "userunknown" && action === "failed");
}

function reasonOf(one: RecipientReport, notice: string): BounceReason {
  if (one.action === "delivered" || /^2\.\d+\.\d+$/.test(one.status)) return "delivered";
  const said = reasonOfWords(replyWords(one.diagnostic)) ?? reasonOfLinks(one.diagnostic);
  const coded = meaningOfStatus(one.status);
  const isCertain = coded?.certain === true;
  if (said !== null && !(said === "systemerror" && isCertain)) return atItsStage(said, one);
  if (coded !== null && isCertain) return coded.reason;
  const told = reasonOfLinks(notice) ?? reasonOfWords(replyWords(notice));
  return told ?? one.hint ?? coded?.reason ?? byCommand(one);
}

/** What words mean at their command and with their code. */
function atItsStage(reason: BounceReason, one: RecipientReport): BounceReason {
  const { stage, status } = one;
  switch (reason) {
    case "mesgtoobig":
      return status.endsWith(".2.3") ? "exceedlimit" : reason;
    case "suspend":
      return status.endsWith(".1.1") ? "userunknown" : reason;
    case "networkerror":
      return status === "5.4.4" && !/loop/i.test(one.diagnostic) ? "hostunknown" : refusedOr(reason, status);
    case "expired":
      return refusedOr(reason, status);
    case "hostunknown":
      // what does not exist at MAIL FROM is the sender's
      return stage === "mail" ? "rejected" : reason;
    case "userunknown":
      return stage === "mail" ? "rejected" : unknownOrFiltered(one);
    default:
      return reason;
  }
}

/** A connection that a server refused on purpose (RFC 3463 § 3.8) did not just fail. */
const refusedOr = (reason: BounceReason, status: string): BounceReason =>
  status.startsWith("5.7.") ? "blocked" : reason;

/**
 * A server that took the recipient and says "user unknown" after the mail's last byte has let a filter decide; so has one
 * whose code says that the mailbox is there (RFC 3463 § 3.3).
 */
function unknownOrFiltered({ stage, status, hint }: RecipientReport): BounceReason {
  if (stage === "rcpt" || hint !== null) return "userunknown";
  const isAfterRecipient = stage === "content" || (stage === "data" && status.endsWith(".7.1"));
  return isAfterRecipient || /\.2\.[01]$/.test(status) ? "filtered" : "userunknown";
}

/** Where neither words nor status say why: what kind of thing the command that was refused asks about. */
function byCommand({ stage, action, status, diagnostic }: RecipientReport): BounceReason {
  if (action === "delayed" || status.startsWith("4.") || /^4\d\d\b/.test(diagnostic)) return "expired";
  if (!/\b5\d\d\b/.test(diagnostic)) return diagnostic === "" ? "onhold" : "undefined";
  if (stage === "connect" || stage === "helo") return "blocked";
  if (stage === "mail") return "rejected";
  if (stage === "rcpt") return "userunknown";
  return stage === "content" ? "filtered" : "undefined";
}
