import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";
import type { SendResult } from "./contract";

/** The parts of nodemailer's errors that we read. */
export type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string };

/** Answers to our commands; with any other code the number in the error may belong to something else. */
const ANSWERED = new Set(["EENVELOPE", "EMESSAGE", "EAUTH"]);
/** Enhanced codes that speak of the address itself (RFC 3463 § 3.2): bad mailbox, bad domain, moved, disabled. */
const NO_SUCH_ADDRESS = /\b5\.(?:1\.(?:1|2|3|6|10)|2\.1)\b/;
const LONGEST_RESPONSE = 300;

/**
 * Reads an error of the mailer. `begun`: the message's own bytes had started on their way.
 *
 * An answer of the server is believed: 4xx is later; 5xx is for good where it speaks of the recipient or the content, and
 * later where it speaks of us (sign-in, sender), because a wrong setting must not use up a campaign. Without an answer a
 * message that had begun is uncertain; one that had not cannot have arrived, and may be tried again.
 */
export function resultOfError(error: SmtpError, begun: boolean): SendResult {
  const response = (error.response ?? error.message).replace(/\s+/g, " ").slice(0, LONGEST_RESPONSE);
  const code = ANSWERED.has(error.code ?? "") ? (error.responseCode ?? 0) : 0;
  if (code >= 500 && code < 600) return isAboutUs(error) ? later(response, HOUR_MS) : refused(response);
  if (code >= 400 && code < 500) return later(response, retryAfterOf(code));
  if (begun) return { kind: "uncertain", response };
  return isOurs(error) ? refused(response) : later(response, MINUTE_MS);
}

const refused = (response: string): SendResult =>
  NO_SUCH_ADDRESS.test(response)
    ? { kind: "refused", response, bounced: true }
    : { kind: "refused", response };

const later = (response: string, retryAfterMs: number): SendResult => ({
  kind: "later",
  response,
  retryAfterMs,
});

/** 421 says that the service is going away, 45x that this mailbox is busy: greylisting lets by after some minutes. */
const retryAfterOf = (code: number): number => (code === 421 ? MINUTE_MS : 5 * MINUTE_MS);

const isAboutUs = ({ code, command }: SmtpError): boolean =>
  code === "EAUTH" || command === "MAIL FROM" || (command?.startsWith("AUTH") ?? false);

/** What nodemailer itself finds wrong with a message never gets better. */
const isOurs = ({ code, command }: SmtpError): boolean =>
  command === "API" && (code === "EENVELOPE" || code === "EMESSAGE");
