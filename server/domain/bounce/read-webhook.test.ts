import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyBounce } from "./classify-bounce";
import { readWebhook } from "./read-webhook";

const verdictOf = (body: unknown) => classifyBounce(readWebhook(body));
const unknown = "550 5.1.1 <a@b.test>: User unknown";

// the shapes are those of the providers' documentation, named at each reader; values are ours
const mailgun = (data: object) => ({
  signature: {},
  "event-data": { "log-level": "error", recipient: "a@b.test", ...data },
});
const postmark = (Type: string, Details = "") => ({
  RecordType: "Bounce",
  Type,
  TypeCode: 1,
  Email: "a@b.test",
  Description: "unknown user, mailbox not found",
  Details,
});
const sparkpost = (event: object) => [
  { msys: { message_event: { event_id: "1", rcpt_to: "a@b.test", ...event } } },
];
const mandrill = (event: string, msg: object) => [{ event, msg: { email: "a@b.test", ...msg } }];
const sendgrid = (event: object) => [{ sg_event_id: "1", email: "a@b.test", ...event }];

describe("readWebhook", () => {
  test.each([
    [
      "SendGrid",
      sendgrid({ event: "bounce", type: "bounce", reason: unknown, status: "5.1.1" }),
      "hard",
      "userunknown",
      "5.1.1",
    ],
    [
      "SendGrid, blocked",
      sendgrid({ event: "bounce", type: "blocked", reason: "550 x" }),
      "block",
      "blocked",
      "",
    ],
    [
      "SendGrid, by its class",
      sendgrid({ event: "bounce", type: "bounce", bounce_classification: "Reputation", reason: "x" }),
      "block",
      "badreputation",
      "",
    ],
    [
      "SendGrid, dropped",
      sendgrid({ event: "dropped", reason: "Bounced Address" }),
      "hard",
      "suppressed",
      "",
    ],
    [
      "SendGrid, deferred",
      sendgrid({ event: "deferred", response: "451 4.3.2 server busy" }),
      "soft",
      "systemerror",
      "4.3.2",
    ],
    ["SendGrid, spam report", sendgrid({ event: "spamreport" }), "complaint", "feedback", ""],
    [
      "SendGrid, a batch",
      [
        ...sendgrid({ event: "processed" }),
        ...sendgrid({ event: "delivered", response: "250 ok" }),
        ...sendgrid({ event: "bounce", reason: unknown }),
      ],
      "hard",
      "userunknown",
      "5.1.1",
    ],
    [
      "Mailgun",
      mailgun({
        event: "failed",
        severity: "permanent",
        reason: "bounce",
        "delivery-status": { code: 550, message: "5.1.1 User unknown" },
      }),
      "hard",
      "userunknown",
      "5.1.1",
    ],
    [
      "Mailgun, no words",
      mailgun({
        event: "failed",
        severity: "permanent",
        reason: "bounce",
        "delivery-status": { code: 605, message: "" },
      }),
      "hard",
      "userunknown",
      "",
    ],
    [
      "Mailgun, suppressed",
      mailgun({
        event: "failed",
        severity: "permanent",
        reason: "suppress-bounce",
        "delivery-status": { code: 605, message: "x" },
      }),
      "hard",
      "suppressed",
      "",
    ],
    [
      "Mailgun, later",
      mailgun({
        event: "failed",
        severity: "temporary",
        reason: "generic",
        "delivery-status": { code: 452, message: "4.2.2 over quota" },
      }),
      "soft",
      "mailboxfull",
      "4.2.2",
    ],
    ["Mailgun, complaint", mailgun({ event: "complained" }), "complaint", "feedback", ""],
    [
      "Postmark",
      postmark("HardBounce", "smtp;550 5.1.1 The email account that you tried to reach does not exist"),
      "hard",
      "userunknown",
      "5.1.1",
    ],
    ["Postmark without details", postmark("HardBounce"), "hard", "userunknown", ""],
    ["Postmark, soft", postmark("SoftBounce"), "soft", "systemerror", ""],
    ["Postmark, away", postmark("AutoResponder"), "out-of-office", "vacation", ""],
    ["Postmark, spam", postmark("SpamNotification"), "block", "spamdetected", ""],
    [
      "Postmark, complaint",
      { RecordType: "SpamComplaint", Type: "SpamComplaint", TypeCode: 512 },
      "complaint",
      "feedback",
      "",
    ],
    [
      "SparkPost",
      sparkpost({ type: "bounce", bounce_class: "10", raw_reason: unknown }),
      "hard",
      "userunknown",
      "5.1.1",
    ],
    [
      "SparkPost, full",
      sparkpost({ type: "bounce", bounce_class: "22", raw_reason: "x" }),
      "soft",
      "mailboxfull",
      "",
    ],
    [
      "SparkPost, block",
      sparkpost({ type: "bounce", bounce_class: "50", raw_reason: "550 x" }),
      "block",
      "blocked",
      "",
    ],
    ["SparkPost, away", sparkpost({ type: "bounce", bounce_class: "60" }), "out-of-office", "vacation", ""],
    [
      "SparkPost, complaint",
      sparkpost({ type: "spam_complaint", fbtype: "abuse" }),
      "complaint",
      "feedback",
      "",
    ],
    [
      "Mandrill",
      mandrill("hard_bounce", { bounce_description: "bad_mailbox", diag: `smtp;${unknown}` }),
      "hard",
      "userunknown",
      "5.1.1",
    ],
    [
      "Mandrill, soft",
      mandrill("soft_bounce", { bounce_description: "mailbox_full", diag: "smtp;x" }),
      "soft",
      "mailboxfull",
      "",
    ],
    [
      "Mandrill as a form's field",
      { mandrill_events: JSON.stringify(mandrill("spam", {})) },
      "complaint",
      "feedback",
      "",
    ],
    [
      "Mailjet",
      {
        event: "bounce",
        email: "a@b.test",
        hard_bounce: true,
        error_related_to: "recipient",
        error: "user unknown",
      },
      "hard",
      "userunknown",
      "",
    ],
    [
      "Mailjet, full",
      {
        event: "bounce",
        email: "a@b.test",
        hard_bounce: false,
        error_related_to: "mailbox",
        error: "quota exceeded",
      },
      "soft",
      "mailboxfull",
      "",
    ],
    ["Mailjet, spam", { event: "spam", email: "a@b.test", source: "JMRPP" }, "complaint", "feedback", ""],
    ["Brevo", { event: "hard_bounce", email: "a@b.test", reason: unknown }, "hard", "userunknown", "5.1.1"],
    ["Brevo, soft", { event: "soft_bounce", email: "a@b.test", reason: "" }, "soft", "systemerror", ""],
    [
      "Resend",
      {
        type: "email.bounced",
        data: { to: ["a@b.test"], bounce: { type: "Permanent", subType: "Suppressed", message: "x" } },
      },
      "hard",
      "suppressed",
      "",
    ],
    ["Resend, complaint", { type: "email.complained", data: {} }, "complaint", "feedback", ""],
    [
      "MailerSend",
      { type: "activity.soft_bounced", data: { morph: { reason: "mailbox full" } } },
      "soft",
      "mailboxfull",
      "",
    ],
    [
      "Scaleway",
      { type: "email_mailbox_not_found", email_to: "a@b.test", email_response_message: unknown },
      "hard",
      "userunknown",
      "5.1.1",
    ],
    ["an open", { event: "open", email: "a@b.test" }, "other", "undefined", ""],
    ["something else", { hello: "world" }, "other", "undefined", ""],
    ["no object", 5, "other", "undefined", ""],
  ])("%s", (_, body, kind, reason, status) => {
    expect(verdictOf(body)).toEqual({ class: kind, reason, status, hard: kind === "hard" });
  });

  test("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (body) => {
        expect(verdictOf(body)).toHaveProperty("class");
      }),
    );
  });
});
