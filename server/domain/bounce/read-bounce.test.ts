import { describe, expect, test } from "vitest";
import { classifyBounce } from "./classify-bounce";
import { readBounce } from "./read-bounce";

const verdictOf = (...lines: string[]) => classifyBounce(readBounce(lines.join("\r\n")));

describe("readBounce of mails that are no bounces", () => {
  const feedback = (type: string) => [
    "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
    "",
    "--b",
    "Content-Type: message/feedback-report",
    "",
    `Feedback-Type: ${type}`,
    "--b--",
  ];
  test.each([
    ["RFC 5965", feedback("abuse"), "complaint", "feedback"],
    ["RFC 6591", feedback("auth-failure"), "other", "feedback"],
    ["not spam", feedback("not-spam"), "other", "feedback"],
    [
      "Microsoft's programme",
      ["Subject: complaint about message from 192.0.2.1", ""],
      "complaint",
      "feedback",
    ],
    ["a mail to List-Unsubscribe", ["Subject: unsubscribe", ""], "complaint", "unsubscribed"],
    [
      "RFC 3834",
      ["From: a@b.test", "Auto-Submitted: auto-replied", "", "back on Monday"],
      "out-of-office",
      "vacation",
    ],
    [
      "Outlook in French",
      ["From: a@b.test", "Subject: =?utf-8?Q?R=C3=A9ponse_automatique=C2=A0=3A_x?=", ""],
      "out-of-office",
      "vacation",
    ],
    [
      "no mark but the text",
      ["From: a@b.test", "Subject: Re: Sale", "", "I am currently out of the office."],
      "out-of-office",
      "vacation",
    ],
    [
      "a read receipt",
      [
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        "",
        "--b",
        "",
        "read",
        "--b--",
      ],
      "other",
      "undefined",
    ],
    [
      "a customer",
      [
        "From: a@b.test",
        "Subject: Re: Sale",
        "",
        "My parcel could not be delivered to me, the address was wrong.",
      ],
      "other",
      "undefined",
    ],
    ["nothing", [""], "other", "undefined"],
  ])("%s", (_, lines, kind, reason) => {
    expect(verdictOf(...lines)).toEqual({ class: kind, hard: false, status: "", reason });
  });
});
