import { headerOf, type MimePart, parameterOf, parseMime, textOf } from "../mime/mime-part";
import { isAutoReply } from "./auto-reply";
import type { BounceReport, RecipientReport } from "./bounce-report";
import { addressOf, deliveryStatus, groupsOf } from "./delivery-status";
import { enhancedStatus } from "./enhanced-status";
import { eventInText } from "./event-in-text";
import { noticeRecipients } from "./notice-recipients";
import { noticeText } from "./notice-text";
import { smtpStage } from "./smtp-stage";

/**
 * Reads a mail that came back to the sender. A report for machines (RFC 3464, RFC 5965) goes before the words for people,
 * which complete it; mails by servers that know no report are read by their words alone. It never throws. `raw` holds one
 * character a byte (latin1).
 */
export function readBounce(raw: string): BounceReport {
  const mail = parseMime(raw.replace(/^\s+/, ""));
  const notice = noticeText(mail);
  const feedback = feedbackOf(mail);
  if (feedback !== null) return { kind: "feedback", recipients: [], notice, ...feedback };
  const report = { feedbackType: "", notice };
  const reported = reportedIn(mail);
  if (reported.length > 0)
    return { ...report, kind: "delivery", recipients: reported.map((one) => completed(one, notice)) };
  const event = eventInText(notice);
  if (event !== null) return { ...event, notice: "" };
  if (isReceipt(mail)) return { ...report, kind: "none", recipients: [] };
  if (isUnsubscribe(mail, notice)) return { ...report, kind: "unsubscribe", recipients: [] };
  if (isByMailServer(mail)) return { ...report, kind: "delivery", recipients: noticeRecipients(notice) };
  if (isAutoReply(mail, notice)) return { ...report, kind: "vacation", recipients: [] };
  if (NOTICE.test(notice)) return { ...report, kind: "delivery", recipients: noticeRecipients(notice) };
  return { ...report, kind: "none", recipients: [] };
}

/** The recipients of the reports for machines. Some servers paste the report into the text, and some mails return a report. */
function reportedIn(mail: MimePart): RecipientReport[] {
  const reports = partsOfType(mail, /^message\/(?:global-)?delivery-status$/).map(textOf);
  const found = reports.flatMap(deliveryStatus);
  if (found.length > 0) return found;
  const body = partsOfType(mail, /^(?:text|multipart)\//)
    .map(textOf)
    .join("\n\n");
  const pasted = /^final-recipient: *rfc822;[\s\S]*?(?=\n\s*\n|$(?![\s\S]))/gim;
  return [...body.matchAll(pasted)]
    .flatMap(([group]) => deliveryStatus(group))
    .filter(({ status }) => status !== "");
}

/** All parts of a type, in order. */
function partsOfType(part: MimePart, type: RegExp): MimePart[] {
  return [
    ...(type.test(part.type) ? [part] : []),
    ...part.parts.flatMap((inner) => partsOfType(inner, type)),
  ];
}

/**
 * A mailbox provider's report that somebody pressed "spam" (RFC 5965), or that a mail failed a check (RFC 6591). Microsoft's
 * programme sends the mail complained about without such a report (sendersupport.olc.protection.outlook.com/snds).
 */
function feedbackOf(mail: MimePart): { feedbackType: string } | null {
  const [report] = partsOfType(mail, /^message\/feedback-report$/);
  if (report !== undefined) {
    const [fields] = groupsOf(textOf(report));
    return { feedbackType: (fields?.get("feedback-type") ?? "abuse").trim().toLowerCase() };
  }
  if (parameterOf(headerOf(mail, "content-type"), "report-type") === "feedback-report")
    return { feedbackType: "abuse" };
  return /^(?:complaint about message from|abuse report|email feedback report)/i.test(
    headerOf(mail, "subject"),
  )
    ? { feedbackType: "abuse" }
    : null;
}

/** Somebody's program says that the mail was shown or deleted (RFC 8098). */
const isReceipt = (mail: MimePart): boolean =>
  parameterOf(headerOf(mail, "content-type"), "report-type").toLowerCase() === "disposition-notification";

/** A mail to the address of List-Unsubscribe, sent by a mail program (RFC 2369, RFC 8058). */
const isUnsubscribe = (mail: MimePart, notice: string): boolean =>
  /^\W*unsubscribe\W*$/i.test(headerOf(mail, "subject")) || /sent this e-?mail to unsubscribe/i.test(notice);

const SERVERS =
  /mailer-?daemon|mail-?daemon|post[-_ ]?master|mail delivery (?:sub)?system|delivery (?:subsystem|agent)|mail ?system|mailadmin|bounce|no-?reply.*(?:mail|delivery)|mdaemon|mail administrator|system administrator/i;
const FAILURE =
  /undeliver|deliver(?:y|ing)?\b[^.]{0,40}\b(?:fail|status|problem|error|notification|report|delay|unsuccess|impossible)|fail(?:ed|ure)[^.]{0,30}(?:deliver|notice|mail|message|send)|returned mail|mail (?:error|system error|failure|could not)|could not (?:be )?(?:send|sent|deliver)|non-?deliver|message (?:not|could not|status|delayed)|warning: (?:message|could not)|unzustellbar|nicht zugestellt|non remis|[eé]chec (?:de|d')|no entregado|impossibile recapitare|mensagem n[aã]o|not (?:a )?member|недоставлен|配信|送信|エラー/i;

/** Whether a mail server speaks: by the sender's name, the subject, or failed recipients in a header. */
function isByMailServer(mail: MimePart): boolean {
  if (headerOf(mail, "x-failed-recipients") !== "") return true;
  if (mail.type === "multipart/report") return true;
  const from = mail.headers.find(({ name }) => name.toLowerCase() === "from")?.value;
  if (from !== undefined && (SERVERS.test(from) || addressOf(from) === "")) return true;
  const subject = headerOf(mail, "subject");
  return FAILURE.test(subject) && !/^(?:re|aw|fwd?|wg):/i.test(subject);
}

/** A reply of a mail server on a line of its own, or an address after the usual words of a notice. */
const NOTICE =
  /^[ \t]*(?:<<< *)?5\d\d[ -].*\b(?:user|mailbox|recipient|address|rejected|denied|unknown|not taken|blocked|spam)\b|(?:could|can) ?not be (?:delivered|sent) to:?\s*<?[^\s<>@]+@/im;

/** Servers put the first line of a long reply into the report, and the rest and the command into the text. */
function completed(one: RecipientReport, notice: string): RecipientReport {
  const whole = wholeReply(one.diagnostic, notice);
  const diagnostic = whole.length > one.diagnostic.length ? whole : one.diagnostic;
  const status = /^$|^[245]\.\d+\.0$/.test(one.status)
    ? enhancedStatus(diagnostic) || one.status
    : one.status;
  const own = noticeRecipients(notice).find(({ recipient }) => recipient === one.recipient);
  return { ...one, diagnostic, status, stage: one.stage ?? own?.stage ?? smtpStage(notice) };
}

/** The reply in a session's transcript ("<<< 550-…") whose first line is given; "" where there is none. */
function wholeReply(firstLine: string, notice: string): string {
  const begin = firstLine.slice(0, 40);
  if (begin === "") return "";
  const lines = notice.split("\n").map((line) => /^\s*<<<\s?(.*)$/.exec(line)?.[1] ?? null);
  const start = lines.findIndex((line) => line?.startsWith(begin));
  if (start < 0) return "";
  const found: string[] = [];
  for (const line of lines.slice(start)) {
    if (line === null) break;
    found.push(line);
    if (!/^\d{3}-/.test(line)) break;
  }
  return found.join(" ").replace(/\s+/g, " ");
}
