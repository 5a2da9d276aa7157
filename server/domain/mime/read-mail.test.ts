import { simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import { describe, expect, test } from "vitest";
import { readMail } from "./read-mail";

async function made(options: nodemailer.SendMailOptions): Promise<Buffer> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail({
    from: "Kiösk <hello@kiosk.example>",
    to: "a@b.test",
    messageId: "<1.a@x>",
    ...options,
  });
  return message as Buffer;
}

describe("readMail", () => {
  test.each([
    ["plain ASCII", { subject: "Hello", text: "Hi\nthere", html: "<p>Hi</p>" }],
    [
      "umlauts and emoji",
      {
        subject: "Grüße 🎉 für Sie, liebe Käuferin, mit einem langen Betreff, der umbricht",
        text: "Größe = 3 ✓",
        html: "<p>Größe&nbsp;✓</p>",
      },
    ],
    ["accents", { subject: "Ça va été à côté", text: "é".repeat(300), html: `<p>${"é".repeat(300)}</p>` }],
    ["Japanese", { subject: "こんにちは世界", text: "こんにちは", html: "<p>こんにちは</p>" }],
    [
      "lines that look like a boundary or a dot",
      { subject: "x", text: "--\n.\n--abc\nend", html: "<p>--</p>" },
    ],
    ["text only", { subject: "x", text: "only text" }],
  ])("agrees with mailparser: %s", async (_, options) => {
    for (const textEncoding of ["quoted-printable", "base64"] as const) {
      const raw = await made({ ...options, textEncoding });
      const ours = readMail(raw.toString("latin1"));
      const theirs = await simpleParser(raw);
      expect(ours.subject).toBe(theirs.subject);
      expect(ours.text).toBe((theirs.text ?? "").trimEnd());
      expect(ours.html).toBe(theirs.html === false ? "" : theirs.html.trimEnd());
      expect(ours.messageId).toBe("1.a@x");
      expect(ours.from).toContain("hello@kiosk.example");
    }
  });

  test.each([
    "",
    "\r\n\r\n",
    "Content-Type: multipart/mixed\r\n\r\nx",
    "a",
    "Subject: =?utf-8?q?=ZZ?=\r\n\r\n",
    ":::\n\n",
  ])("does not throw on %j", (raw) => {
    expect(readMail(raw)).toMatchObject({ html: "" });
  });
});
