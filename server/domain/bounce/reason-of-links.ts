import type { BounceReason } from "./bounce-reason";

/**
 * Google links each refusal to the help page about it, in every language. Source: the pages themselves,
 * support.google.com/mail and support.google.com/a/answer/3726730.
 */
const PAGES: readonly (readonly [RegExp, BounceReason])[] = [
  [/[?&]p=nosuchuser|answer[=/]6596\b/, "userunknown"],
  [/[?&]p=(?:disableduser|inactiveuser)/, "suspend"],
  [/[?&]p=overquota\w*/, "mailboxfull"],
  [/[?&]p=(?:unsolicited\w*|spam\w*)/, "spamdetected"],
  [/[?&]p=blockedmessage|answer[=/]6590\b/, "policyviolation"],
  [/[?&]p=rfcmessage\w*/, "notcompliantrfc"],
  [/[?&]p=(?:unauthenticated\w*|dmarc\w*)|answer[=/]2451690\b|#authentication\b/, "authfailure"],
  [/[?&]p=(?:receivingrate\w*|ratelimit\w*|trysmtp\w*)/, "speeding"],
  [/answer[=/]7720\b/, "expired"],
  [/groups\.google\.com\/support/, "rejected"],
];

/** What the help page that a text links to is about; null: no such link. */
export function reasonOfLinks(text: string): BounceReason | null {
  const plain = text.toLowerCase();
  return PAGES.find(([page]) => page.test(plain))?.[1] ?? null;
}
