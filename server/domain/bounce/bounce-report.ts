import type { BounceReason } from "./bounce-reason";

/** In which part of the SMTP dialogue the mail was refused; null: not said. `content`: after the mail's last byte. */
export type SmtpStage = "connect" | "helo" | "mail" | "rcpt" | "data" | "content";

/** What a report says of one recipient. */
export type RecipientReport = {
  /** "" where it is not said */
  recipient: string;
  /** as in RFC 3464 § 2.3.3; null: not said */
  action: "failed" | "delayed" | "delivered" | null;
  /** enhanced status code (RFC 3463), or "" */
  status: string;
  /** the words of the server or program that refused, on one line */
  diagnostic: string;
  stage: SmtpStage | null;
  /** what a provider's own classification says, for when the words say nothing certain */
  hint: BounceReason | null;
};

/** A mail that came back, or a provider's event, as facts. */
export type BounceReport = {
  /** delivery: it could not be, or was only later, delivered; none: no report of any kind */
  kind: "delivery" | "feedback" | "unsubscribe" | "vacation" | "none";
  /** of a feedback report (RFC 5965 § 3.1), in lower case; "" otherwise */
  feedbackType: string;
  recipients: readonly RecipientReport[];
  /** what the report says to a person, without the message that it returns */
  notice: string;
};

export const silentRecipient: RecipientReport = {
  recipient: "",
  action: null,
  status: "",
  diagnostic: "",
  stage: null,
  hint: null,
};
