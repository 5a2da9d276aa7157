import { type Reading, refused, taken } from "./reading";

/** Dot-atom of RFC 5322 § 3.2.3: no quotes, no comments, no list. */
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** RFC 5321 § 4.5.3.1 */
const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;

/**
 * An address that mail can be sent to, the domain in lower case. The part before the @ keeps its case: it belongs to
 * the receiving server.
 *
 * Refused are lists, display names, quoted local parts, line breaks, and letters outside ASCII, which look like others.
 */
export function readEmail(text: string): Reading<string> {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, "");
  if (/[\r\n]/.test(trimmed)) return refused("an address with a line break");
  if (/[^\x21-\x7e]/.test(trimmed)) return refused("an address with spaces, or letters other than a–z");
  if (/[,;<>]/.test(trimmed)) return refused("more than one address, or a name beside it");
  if (trimmed.includes('"')) return refused("an address with a quoted part");
  if (trimmed.length > MAX_LENGTH) return refused("an address longer than 254 characters");
  const [local = "", domain = "", ...more] = trimmed.split("@");
  if (more.length > 0 || !isLocal(local) || !isDomain(domain.toLowerCase()))
    return refused("not an email address");
  return taken(`${local}@${domain.toLowerCase()}`);
}

const isLocal = (local: string) =>
  local.length <= MAX_LOCAL_LENGTH && local.split(".").every((atom) => ATOM.test(atom));

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  const top = labels.at(-1) ?? "";
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(top);
}
