import { expect, test } from "vitest";
import { classifyBounce } from "../classify-bounce";
import { readWebhook } from "../read-webhook";

const unknown = "550 5.1.1 <a@b.test>: User unknown";

// the shape is that of Amazon's documentation, values are ours
const ses = (bounceType: string, bounceSubType: string, recipient: object) => ({
  notificationType: "Bounce",
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: "a@b.test", ...recipient }] },
});

test.each([
  [
    "SES",
    ses("Permanent", "General", { status: "5.1.1", diagnosticCode: `smtp; ${unknown}` }),
    "hard",
    "userunknown",
    "5.1.1",
  ],
  ["SES without words", ses("Permanent", "NoEmail", {}), "hard", "userunknown", ""],
  [
    "SES, on the suppression list",
    ses("Permanent", "OnAccountSuppressionList", {}),
    "hard",
    "suppressed",
    "",
  ],
  ["SES, full", ses("Transient", "MailboxFull", { status: "4.2.2" }), "soft", "mailboxfull", "4.2.2"],
  [
    "SES, permanent but full",
    ses("Permanent", "General", { diagnosticCode: "smtp; 552 5.2.2 over quota" }),
    "soft",
    "mailboxfull",
    "5.2.2",
  ],
  ["SES, content", ses("Transient", "ContentRejected", {}), "block", "spamdetected", ""],
  [
    "SES by event publishing",
    {
      eventType: "DeliveryDelay",
      deliveryDelay: {
        delayType: "MailboxFull",
        delayedRecipients: [{ emailAddress: "a@b.test", status: "4.2.2" }],
      },
    },
    "soft",
    "mailboxfull",
    "4.2.2",
  ],
  [
    "SES, complaint",
    { notificationType: "Complaint", complaint: { complaintFeedbackType: "abuse" } },
    "complaint",
    "feedback",
    "",
  ],
  [
    "SES, taken out of spam",
    { notificationType: "Complaint", complaint: { complaintFeedbackType: "not-spam" } },
    "other",
    "feedback",
    "",
  ],
  [
    "SES, delivered",
    { notificationType: "Delivery", delivery: { smtpResponse: "250 2.6.0 ok" } },
    "other",
    "delivered",
    "2.6.0",
  ],
  [
    "SNS",
    {
      Type: "Notification",
      Message: JSON.stringify(ses("Permanent", "General", { diagnosticCode: `smtp; ${unknown}` })),
    },
    "hard",
    "userunknown",
    "5.1.1",
  ],
  [
    "a function's records",
    { Records: [{ Sns: { Message: JSON.stringify(ses("Permanent", "General", {})) } }] },
    "hard",
    "userunknown",
    "",
  ],
  [
    "a queue's records",
    {
      Records: [
        {
          body: JSON.stringify({
            Type: "Notification",
            Message: JSON.stringify(ses("Transient", "General", {})),
          }),
        },
      ],
    },
    "soft",
    "systemerror",
    "",
  ],
  [
    "EventBridge",
    {
      "detail-type": "Email Bounced",
      detail: { eventType: "Bounce", bounce: { bounceType: "Permanent", bouncedRecipients: [] } },
    },
    "hard",
    "userunknown",
    "",
  ],
])("%s", (_, body, kind, reason, status) => {
  const found = classifyBounce(readWebhook(body));
  expect(found).toEqual({ class: kind, reason, status, hard: kind === "hard" });
});
