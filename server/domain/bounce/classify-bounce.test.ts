import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOUNCE_REASONS } from "./bounce-reason";
import { classifyBounce } from "./classify-bounce";
import { readBounce } from "./read-bounce";

const mail = (...lines: string[]) => lines.join("\r\n");
const verdictOf = (...lines: string[]) => classifyBounce(readBounce(mail(...lines)));

/** A report as RFC 3464 has it, with what a server says to people and to machines. */
const report = (notice: string, ...fields: string[]) => [
  "From: MAILER-DAEMON@mx.test (Mail Delivery System)",
  "Subject: Undelivered Mail Returned to Sender",
  "Auto-Submitted: auto-replied",
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=us-ascii",
  "",
  ...notice.split("\n"),
  "",
  "--b",
  "Content-Type: message/delivery-status",
  "",
  "Reporting-MTA: dns; mx.test",
  "",
  ...fields,
  "",
  "--b",
  "Content-Type: message/rfc822",
  "",
  "From: shop@brand.test",
  "Subject: mailbox full, user unknown, spam",
  "",
  "virus",
  "--b--",
];
const failed = (status: string, diagnostic: string) => [
  "Final-Recipient: rfc822; a@b.test",
  "Action: failed",
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${diagnostic}`,
];

describe("a report for machines", () => {
  test.each([
    ["5.1.1", "550 5.1.1 <a@b.test>: User unknown", "hard", "userunknown"],
    ["5.0.0", "550 5.2.2 <a@b.test>: Mailbox full", "soft", "mailboxfull"],
    ["5.1.1", "550 5.1.1 192.0.2.1 has sent to too many recipients this hour", "soft", "speeding"],
    ["5.7.1", "554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org", "block", "blocked"],
    ["5.4.310", "550 5.4.310 DNS domain b.test does not exist", "hard", "hostunknown"],
    ["5.7.26", "550 5.7.26 x", "block", "authfailure"],
    ["5.3.2", "521 5.3.2 x", "hard", "notaccept"],
    ["4.4.7", "x", "soft", "expired"],
    ["5.5.0", "550 x", "other", "undefined"],
  ])("%s %s: %s", (status, diagnostic, kind, reason) => {
    const found = verdictOf(...report("Sorry.", ...failed(status, diagnostic)));
    expect(found).toMatchObject({ class: kind, reason, hard: kind === "hard" });
  });

  test("what the mail itself says, which is returned, is no reason", () => {
    expect(verdictOf(...report("Sorry.", ...failed("5.0.0", "550 x")))).toMatchObject({
      reason: "undefined",
    });
  });

  test("a delay is soft, even for an unknown domain", () => {
    const found = verdictOf(
      ...report(
        "Delayed.",
        "Final-Recipient: rfc822; a@b.test",
        "Action: delayed",
        "Status: 4.0.0",
        "Diagnostic-Code: smtp; No MX found for domain",
      ),
    );
    expect(found).toEqual({ class: "soft", hard: false, status: "4.0.0", reason: "notaccept" });
  });

  test("a temporary code is soft when the server gave up, unless it names the user unknown", () => {
    const dns = verdictOf(...report("x", ...failed("4.4.4", "450 Domain b.test not found")));
    const user = verdictOf(...report("x", ...failed("4.1.1", "450 4.1.1 <a@b.test>: User unknown")));
    expect([dns.class, user.class]).toEqual(["soft", "hard"]);
  });

  test("user unknown after the last byte is a filter's word, and after RCPT the server's", () => {
    const refusedAt = (command: string) =>
      verdictOf(
        ...report(
          `<a@b.test>: host mx.b.test[192.0.2.1] said: 550 Unknown user (in reply to ${command})`,
          ...failed("5.0.0", "550 Unknown user"),
        ),
      );
    expect(refusedAt("end of DATA command")).toMatchObject({ class: "block", reason: "filtered" });
    expect(refusedAt("RCPT TO command")).toMatchObject({ class: "hard", reason: "userunknown" });
  });

  test("the rest of a long reply is in the transcript", () => {
    const found = verdictOf(
      ...report(
        ">>> DATA\n<<< 552-5.7.0 This message was blocked because its content presents a potential\n<<< 552 5.7.0 security issue.",
        ...failed("5.7.0", "552-5.7.0 This message was blocked because its content presents a potential"),
      ),
    );
    expect(found).toMatchObject({ class: "block", reason: "policyviolation", status: "5.7.0" });
  });

  test("of several recipients the first that failed counts", () => {
    const found = verdictOf(
      ...report(
        "x",
        "Final-Recipient: rfc822; c@d.test",
        "Action: delayed",
        "Status: 4.4.1",
        "",
        ...failed("5.1.1", "550 5.1.1 User unknown"),
        "",
        ...failed("5.2.2", "552 5.2.2 full"),
      ),
    );
    expect(found).toMatchObject({ class: "hard", status: "5.1.1" });
  });

  test("a delivery that succeeded is nothing", () => {
    const fields = ["Final-Recipient: rfc822; a@b.test", "Action: relayed", "Status: 2.0.0"];
    expect(verdictOf(...report("ok", ...fields))).toMatchObject({ class: "other", reason: "delivered" });
  });

  test("a report that was pasted into the text is read", () => {
    const found = verdictOf(
      "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.test>",
      "",
      "This is a MIME-encapsulated message",
      "",
      "Final-Recipient: RFC822; a@b.test",
      "Action: failed",
      "Status: 5.1.2",
    );
    expect(found).toMatchObject({ class: "hard", reason: "hostunknown", status: "5.1.2" });
  });
});

describe("words for people alone", () => {
  test.each([
    [
      "Exim",
      [
        "From: Mail Delivery System <Mailer-Daemon@mx.test>",
        "X-Failed-Recipients: a@b.test",
        "",
        "A message that you sent could not be delivered to all of its recipients.",
        "",
        "  a@b.test",
        "    SMTP error from remote mail server after RCPT TO:<a@b.test>:",
        "    host mx.b.test [192.0.2.1]: 550 5.1.1 <a@b.test>:",
        "    Recipient address rejected: User unknown",
        "",
        "------ This is a copy of the message, including all the headers. ------",
        "Subject: mailbox full",
      ],
      { class: "hard", reason: "userunknown", status: "5.1.1" },
    ],
    [
      "qmail",
      [
        "From: MAILER-DAEMON@mx.test",
        "Subject: failure notice",
        "",
        "Hi. This is the qmail-send program at mx.test.",
        "",
        "<a@b.test>:",
        "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
        "I'm not going to try again; this message has been in the queue too long.",
        "",
        "--- Below this line is a copy of the message.",
      ],
      { class: "soft", reason: "expired", status: "4.4.1" },
    ],
    [
      "an HTML page",
      [
        "From: postmaster@mx.test",
        "Subject: Undeliverable: Sale",
        "Content-Type: text/html",
        "",
        "<html><head><style>p{}</style></head><body><p>Delivery has failed to these recipients:</p>",
        "<p>a@b.test</p><p>The recipient&#39;s mailbox is full.</p></body></html>",
      ],
      { class: "soft", reason: "mailboxfull", status: "" },
    ],
    [
      "Google in Greek, by the page it links to",
      [
        "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        "Content-Type: text/plain; charset=utf-8",
        "",
        Buffer.from("Το μήνυμα δεν παραδόθηκε. https://support.google.com/mail/?p=NoSuchUser").toString(
          "latin1",
        ),
      ],
      { class: "hard", reason: "userunknown", status: "" },
    ],
    [
      "a list in the order of its recipients",
      [
        "From: MAILER-DAEMON@mx.test",
        "",
        "<a@b.test>: 552 5.2.2 over quota",
        "<c@d.test>: 550 5.1.1 user unknown",
      ],
      { class: "soft", reason: "mailboxfull", status: "5.2.2" },
    ],
    [
      "a report that says nothing",
      ["From: MAILER-DAEMON@mx.test", "", ""],
      { class: "other", reason: "onhold", status: "" },
    ],
  ])("%s", (_, lines, verdict) => {
    expect(verdictOf(...lines)).toMatchObject(verdict);
  });
});

test("every verdict is of the list, and hard exactly where its class is, whatever comes", () => {
  const piece = fc.constantFrom(
    "From: MAILER-DAEMON@x.test\n",
    "Content-Type: multipart/report; boundary=b\n\n",
    "--b\nContent-Type: message/delivery-status\n\n",
    "Final-Recipient: rfc822; a@b.test\n",
    "Status: 5.1.1\n",
    "Diagnostic-Code: smtp; 550 user unknown\n",
    "<<< 450 mailbox full\n",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (all) => {
      const found = classifyBounce(readBounce(all.join("")));
      expect(Object.keys(BOUNCE_REASONS)).toContain(found.reason);
      expect(found.hard).toBe(found.class === "hard");
      expect(found.status).toMatch(/^$|^[245]\.\d{1,3}\.\d{1,3}$/);
    }),
  );
});
