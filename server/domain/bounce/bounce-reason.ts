/** What the sender does about a bounce: drop the address, try again, mend the mail or the sender, stop, or nothing. */
export const BOUNCE_CLASSES = ["hard", "soft", "block", "complaint", "out-of-office", "other"] as const;
export type BounceClass = (typeof BOUNCE_CLASSES)[number];

/**
 * Why a mail came back, and the class of a reason that is for good.
 *
 * hard: the address or its domain takes no mail. soft: the mailbox or the way to it could not take the mail now. block: the
 * receiver refused this sender, server or content; the address itself may be fine. The names are those of sisimai
 * (libsisimai.org/en/reason), the most used open vocabulary, and three of our own: greylisted, suppressed, unsubscribed.
 */
export const BOUNCE_REASONS = {
  /** no such mailbox */
  userunknown: "hard",
  /** no such domain */
  hostunknown: "hard",
  /** the mailbox has gone elsewhere */
  hasmoved: "hard",
  /** the domain takes no mail at all (null MX, RFC 7505) */
  notaccept: "hard",
  /** the provider did not even try: the address bounced before */
  suppressed: "hard",
  mailboxfull: "soft",
  /** the account is switched off, perhaps for a time */
  suspend: "soft",
  /** larger than this recipient takes */
  exceedlimit: "soft",
  /** larger than the system takes */
  mesgtoobig: "soft",
  /** tried for too long */
  expired: "soft",
  networkerror: "soft",
  systemerror: "soft",
  systemfull: "soft",
  /** a program that delivers locally failed */
  mailererror: "soft",
  /** first contact: come again in some minutes */
  greylisted: "soft",
  /** too many mails in a time */
  speeding: "soft",
  toomanyconn: "soft",
  /** the recipient's own filter */
  filtered: "block",
  /** the sending server's address or name is not welcome */
  blocked: "block",
  badreputation: "block",
  /** SPF, DKIM, DMARC */
  authfailure: "block",
  /** the server's address has no name (PTR) */
  requireptr: "block",
  /** the sender's address is refused, or may not write to this recipient */
  rejected: "block",
  norelaying: "block",
  policyviolation: "block",
  /** signing in or encryption is asked for, or access denied */
  securityerror: "block",
  spamdetected: "block",
  virusdetected: "block",
  /** the mail's form */
  contenterror: "block",
  notcompliantrfc: "block",
  /** a report by a mailbox provider (RFC 5965): see feedbackType */
  feedback: "complaint",
  unsubscribed: "complaint",
  /** an answer by a machine on behalf of somebody (RFC 3834) */
  vacation: "out-of-office",
  /** the servers did not understand each other's commands */
  syntaxerror: "other",
  delivered: "other",
  /** failed, and the report says nothing more */
  onhold: "other",
  /** not a bounce, or one in words that no rule knows */
  undefined: "other",
} as const satisfies Record<string, BounceClass>;

export type BounceReason = keyof typeof BOUNCE_REASONS;
