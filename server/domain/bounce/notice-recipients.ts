import { type RecipientReport, silentRecipient } from "./bounce-report";
import { enhancedStatus } from "./enhanced-status";
import { smtpStage } from "./smtp-stage";

/** A line that begins with the address of a recipient, as mail servers write their lists. */
const STARTS =
  /^[ \t>*-]*(?:[Rr]ecipient(?: [Aa]ddress)?:|[Aa]ddressed [Tt]o:)?[ \t]*["<]*([^\s<>"'():;,@]+@[^\s<>"'():;,@]+)[">]*(?:<mailto:[^>]*>)?[ \t]*(?:[:;(,[-]|on \w|[A-Z]|\.{3}|$)/m;
/** The same after ">>> RCPT TO:". */
const TRANSCRIPT = /^[ \t]*>>>[ \t]*RCPT TO:[ \t]*<?([^\s<>]+@[^\s<>]+)>?/im;

/** Indent, address and a word: an address has 254 characters at most (RFC 5321 § 4.5.3.1.3). */
const LONGEST_START = 400;

/**
 * The recipients of a notice that has no report for machines: the blocks that begin with an address, each with the words
 * that follow. A notice without such a block is one recipient with all words.
 */
export function noticeRecipients(notice: string): RecipientReport[] {
  const lines = notice.split("\n");
  const starts = lines.flatMap((line, at) => {
    const start = line.slice(0, LONGEST_START);
    const address = (STARTS.exec(start) ?? TRANSCRIPT.exec(start))?.[1];
    return address === undefined ? [] : [{ at, address: address.toLowerCase().replace(/\.$/, "") }];
  });
  if (starts.length === 0) return [reportOf("", notice)];
  const preamble = lines.slice(0, starts[0]?.at ?? 0).join("\n");
  return [
    // the reply stands before the list, or in a transcript that ends at MAIL FROM
    ...(/^[ \t]*(?:<<<)? *[45]\d\d[ -]/m.test(preamble)
      ? [reportOf(starts[0]?.address ?? "", preamble)]
      : []),
    ...starts
      .filter(({ address }, index) => address !== starts[index - 1]?.address)
      .map(({ at, address }) => {
        const next = starts.find((other) => other.at > at && other.address !== address);
        return reportOf(address, lines.slice(at, next?.at ?? lines.length).join("\n"));
      }),
  ];
}

function reportOf(recipient: string, block: string): RecipientReport {
  const reply = replyIn(block);
  return {
    ...silentRecipient,
    recipient,
    status: enhancedStatus(reply === "" ? block : reply),
    diagnostic: reply === "" ? oneLine(block) : reply,
    stage: smtpStage(block),
  };
}

/** A reply of a mail server: from its code up to an empty line; "" where there is none. */
export function replyIn(block: string): string {
  const found =
    /(?:^|[\s:;'"#<(])([45]\d\d[-\s](?:#?[45]\.\d+\.\d+)?[\s\S]*?)(?:\n[ \t]*\n|$(?![\s\S]))/.exec(block);
  return found === null ? "" : oneLine(found[1] ?? "");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
