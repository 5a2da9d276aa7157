import type { BounceReason } from "./bounce-reason";

/** `certain`: the code itself names the reason. Otherwise it names a field, and words go before it. */
export type StatusMeaning = { reason: BounceReason; certain: boolean };

const sure = (reason: BounceReason): StatusMeaning => ({ reason, certain: true });
const vague = (reason: BounceReason): StatusMeaning => ({ reason, certain: false });

/**
 * Subject and detail of an enhanced status code, without its class. Sources: RFC 3463; the IANA registry "SMTP Enhanced
 * Status Codes" (with RFC 5248, 7293 moved and unclaimed addresses, 7372 authentication, 7505 null MX); the three-digit details are
 * Microsoft's (learn.microsoft.com, "Email non-delivery reports and SMTP errors in Exchange Online").
 */
const MEANINGS: Readonly<Record<string, StatusMeaning>> = {
  "1.0": vague("userunknown"),
  "1.1": sure("userunknown"),
  "1.2": sure("hostunknown"),
  "1.3": sure("userunknown"),
  "1.4": vague("userunknown"),
  "1.5": vague("delivered"),
  "1.6": sure("hasmoved"),
  "1.7": sure("rejected"),
  "1.8": sure("rejected"),
  "1.9": vague("contenterror"),
  "1.10": sure("notaccept"),
  "1.20": sure("userunknown"),
  "1.351": sure("userunknown"),
  "2.0": vague("filtered"),
  "2.1": sure("suspend"),
  "2.2": sure("mailboxfull"),
  "2.3": sure("exceedlimit"),
  "2.4": vague("filtered"),
  "2.121": sure("speeding"),
  "2.122": sure("speeding"),
  "3.0": vague("systemerror"),
  "3.1": sure("systemfull"),
  "3.2": vague("systemerror"),
  "3.3": vague("systemerror"),
  "3.4": sure("mesgtoobig"),
  "3.5": vague("systemerror"),
  "3.190": sure("notaccept"),
  "4.0": vague("networkerror"),
  "4.1": vague("expired"),
  "4.2": vague("networkerror"),
  "4.3": vague("systemerror"),
  "4.4": vague("hostunknown"),
  "4.5": vague("speeding"),
  "4.6": sure("networkerror"),
  "4.7": vague("expired"),
  "4.14": sure("networkerror"),
  "4.300": sure("expired"),
  "4.310": sure("hostunknown"),
  "4.312": sure("networkerror"),
  "4.316": sure("expired"),
  "4.317": sure("securityerror"),
  "5.1": vague("syntaxerror"),
  "5.2": vague("syntaxerror"),
  "5.3": vague("speeding"),
  "5.4": vague("syntaxerror"),
  "5.5": vague("syntaxerror"),
  "5.6": vague("syntaxerror"),
  "6.0": vague("contenterror"),
  "6.1": vague("contenterror"),
  "6.2": vague("contenterror"),
  "6.3": vague("contenterror"),
  "6.4": vague("contenterror"),
  "6.5": vague("contenterror"),
  "6.6": vague("contenterror"),
  "6.7": vague("contenterror"),
  "6.8": vague("contenterror"),
  "6.9": vague("contenterror"),
  "7.0": vague("securityerror"),
  "7.1": vague("policyviolation"),
  "7.2": sure("rejected"),
  "7.3": vague("securityerror"),
  "7.4": vague("securityerror"),
  "7.5": vague("securityerror"),
  "7.6": vague("securityerror"),
  "7.7": vague("policyviolation"),
  "7.8": vague("securityerror"),
  "7.9": vague("securityerror"),
  "7.10": vague("securityerror"),
  "7.11": vague("securityerror"),
  "7.12": vague("securityerror"),
  "7.13": sure("suspend"),
  "7.14": vague("securityerror"),
  "7.17": sure("hasmoved"),
  "7.18": sure("hasmoved"),
  "7.19": vague("contenterror"),
  "7.20": sure("authfailure"),
  "7.21": sure("authfailure"),
  "7.22": sure("authfailure"),
  "7.23": sure("authfailure"),
  "7.24": sure("authfailure"),
  "7.25": sure("requireptr"),
  "7.26": sure("authfailure"),
  "7.27": sure("rejected"),
  "7.28": sure("speeding"),
  "7.29": sure("authfailure"),
  "7.30": sure("securityerror"),
  "7.57": sure("securityerror"),
  "7.64": sure("norelaying"),
  "7.133": sure("securityerror"),
  "7.134": sure("securityerror"),
  "7.501": sure("spamdetected"),
  "7.502": sure("spamdetected"),
  "7.503": sure("spamdetected"),
  "7.508": sure("speeding"),
  "7.509": sure("authfailure"),
  "7.511": sure("blocked"),
  "7.512": sure("notcompliantrfc"),
  "7.515": sure("authfailure"),
};

/** Microsoft's ranges for banned servers and tenants, and for servers of low repute. */
const RANGES: readonly (readonly [RegExp, StatusMeaning])[] = [
  [/^7\.6[0-4]\d$/, sure("blocked")],
  [/^7\.65\d$/, sure("badreputation")],
  [/^7\.7\d\d$/, sure("policyviolation")],
];

/** What an enhanced status code says; null: nothing (none, an unknown one, or x.0.0). */
export function meaningOfStatus(status: string): StatusMeaning | null {
  // a host that never takes mail (RFC 7504 § 3.1); 4.3.2 is one that takes none now
  if (status === "5.3.2") return sure("notaccept");
  const detail = status.replace(/^[245]\./, "");
  if (Object.hasOwn(MEANINGS, detail)) return MEANINGS[detail] ?? null;
  return RANGES.find(([pattern]) => pattern.test(detail))?.[1] ?? null;
}
