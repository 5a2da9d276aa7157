import type { Envelope } from "./contract";

/** One mailbox: no list, no display name, no quoted local part, nothing that ends a header. */
const ADDRESS = /^[^\s\p{C}@<>(),:;\\"[\]]{1,64}@[^\s\p{C}@<>(),:;\\"[\]_]{1,255}$/u;
/** Line ends, NUL and other controls, also those that some software takes for a line end. */
const BREAKS_HEADER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const HEADER_NAME = /^[!-9;-~]{1,76}$/;

/**
 * Why an envelope may not reach the mailer; null when it may. A mailer that is handed a line break in an address or a
 * header may deliver to an address that was smuggled in.
 */
export function envelopeProblem({ messageId, from, to, replyTo, subject, headers }: Envelope): string | null {
  for (const [what, address] of [
    ["to", to],
    ["from", from.address],
    ...(replyTo === null ? [] : [["reply-to", replyTo]]),
  ] as [string, string][]) {
    if (!ADDRESS.test(address)) return `${what}: not one plain address`;
  }
  if (!/^[\w.+-]+@[\w.-]+$/.test(messageId)) return "message-id: not well formed";
  for (const [name, value] of [["subject", subject], ["from", from.name], ...Object.entries(headers)] as [
    string,
    string,
  ][]) {
    if (!HEADER_NAME.test(name)) return "headers: a name that is none";
    if (BREAKS_HEADER.test(value)) return `${name}: holds a control character`;
  }
  return null;
}
