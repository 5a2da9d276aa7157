import type { SmtpStage } from "./bounce-report";

/**
 * How mail servers say at which command they were refused: Postfix "(in reply to RCPT TO command)", Exim "after RCPT
 * TO:<…>", DragonFly "did not like our RCPT TO", sendmail's transcript ">>> RCPT To:", qmail and Google in sentences.
 */
const SAID: readonly (readonly [SmtpStage, RegExp])[] = [
  [
    "content",
    /(?:in reply to|after|following|in response to) (?:the )?end of data|after i sent the message|after (?:message body|data was sent)/,
  ],
  [
    "rcpt",
    /(?:in reply to|in response to|after|following|did not like our|>>>|sending) (?:the )?rcpt\b|does not like recipient|rcpt (?:to )?command failed|\[rcpt_to\]|for rcpt to response|rcpt to:? ?response/,
  ],
  [
    "mail",
    /(?:in reply to|in response to|after|following|did not like our|>>>|sending) (?:the )?mail\b|does not like sender|sender was rejected|mail from command failed/,
  ],
  [
    "data",
    /(?:in reply to|in response to|after|following|did not like our|>>>|sending|error after) (?:the )?(?:pipelined )?data\b|data command failed/,
  ],
  [
    "helo",
    /(?:in reply to|in response to|after|following|did not like our|>>>|sending) (?:the )?(?:ehlo|helo)\b/,
  ],
  [
    "connect",
    /after (?:initial )?connect(?:ion)?\b|but greeting failed|(?:refused|rejected) (?:to talk|our connection)|while (?:receiving the initial server greeting|connecting)|did not like our connect/,
  ],
];

/** The command at which a text says that the mail was refused; null where it does not say. */
export function smtpStage(text: string): SmtpStage | null {
  const plain = text.toLowerCase().replace(/\s+/g, " ");
  return SAID.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
