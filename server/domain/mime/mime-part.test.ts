import fc from "fast-check";
import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { headerOf, parameterOf, parseMime, textOf } from "./mime-part";

const latin1 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const lines = (...all: string[]) => all.join("\r\n");

describe("parseMime", () => {
  test("takes multiparts inside multiparts apart, whose boundaries begin alike", () => {
    const mail = parseMime(
      lines(
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "for old programs",
        "--b",
        "Content-Type: multipart/alternative; boundary=bb",
        "",
        "--bb",
        "",
        "plain",
        "--bb",
        "Content-Type: text/html",
        "",
        "<p>html</p>",
        "--bb--",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "Content-Type: multipart/mixed; boundary=inner",
        "",
        "--inner",
        "--b--",
      ),
    );
    expect(mail.parts.map(({ type }) => type)).toEqual(["multipart/alternative", "message/rfc822"]);
    expect(mail.parts[0]?.parts.map(textOf)).toEqual(["plain", "<p>html</p>"]);
    expect(mail.parts[1]?.parts).toEqual([]);
  });

  test.each([
    ["no last boundary", "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nA\n--x\n\nB", ["A", "B"]],
    ["no boundary in the body", "Content-Type: multipart/mixed; boundary=x\n\nonly text", []],
    [
      "a parameter that is not indented",
      "Content-Type: multipart/mixed;\nboundary=x\n\n--x\n\nA\n--x--",
      ["A"],
    ],
    [
      "an mbox line first",
      "From MAILER-DAEMON Thu\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nA",
      ["A"],
    ],
    [
      "a boundary as part of a line",
      "Content-Type: multipart/mixed; boundary=x\n\n--x\n\na --x\n--xy\n",
      ["a --x\n--xy\n"],
    ],
  ])("%s", (_, raw, texts) => {
    expect(parseMime(raw).parts.map(textOf)).toEqual(texts);
  });

  test.each([
    ["utf-8", "8bit", latin1("Größe"), "Größe"],
    ["iso-8859-1", "quoted-printable", "Gr=F6=DFe", "Größe"],
    ["iso-2022-jp", "7bit", "\u001b$B%(%i!<\u001b(B", "エラー"],
    ["utf-8", "base64", "R3LDtsOf\r\nZQ==", "Größe"],
    ["us-ascii", "8bit", latin1("Größe"), "Größe"],
    ["", "8bit", "Gr\u00f6\u00dfe", "Größe"],
    ["no-such-charset", "8bit", latin1("Größe"), "Größe"],
  ])("reads %s in %s", (charset, encoding, body, text) => {
    const type = charset === "" ? "text/plain" : `text/plain; charset="${charset}"`;
    const part = parseMime(
      lines(`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, "", body),
    );
    expect(textOf(part)).toBe(text);
  });

  test.each([
    ["=?utf-8?Q?Gr=C3=B6?=\r\n =?utf-8?Q?=C3=9Fe?=", "Größe"],
    ["=?utf-8?Q?Gr=C3?= =?utf-8?Q?=B6=C3=9Fe?=", "Größe"],
    ["=?iso-2022-jp?B?GyRCJSglaSE8GyhC?= x", "エラー x"],
    [latin1("Größe"), "Größe"],
    ["=?utf-8?X?no?=", "=?utf-8?X?no?="],
  ])("reads the header %j", (value, text) => {
    expect(headerOf(parseMime(`Subject: ${value}\r\n\r\n`), "subject")).toBe(text);
  });

  test("parameters with and without quotes, and one whose quote is never closed", () => {
    const value = 'multipart/report; Report-Type=delivery-status; boundary="a b;c"; name="open';
    expect(parameterOf(value, "report-type")).toBe("delivery-status");
    expect(parameterOf(value, "boundary")).toBe("a b;c");
    expect(parameterOf(value, "name")).toBe("open");
    expect(parameterOf(value, "charset")).toBe("");
  });

  test("agrees with mailparser about the text of any mail of one part", async () => {
    const words = fc.stringMatching(/^[\wäöü ,.=?!-]{0,60}$/);
    const encodings = fc.constantFrom("base64", "quoted-printable", "8bit");
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), encodings, async (all, encoding) => {
        const text = all.join("\r\n");
        const bytes = Buffer.from(text, "utf8");
        const body =
          encoding === "base64"
            ? bytes.toString("base64")
            : encoding === "8bit"
              ? bytes.toString("latin1")
              : [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
        const raw = lines(
          "Content-Type: text/plain; charset=utf-8",
          `Content-Transfer-Encoding: ${encoding}`,
          "",
          body,
        );
        const theirs = await simpleParser(Buffer.from(raw, "latin1"));
        expect(textOf(parseMime(raw)).trimEnd()).toBe((theirs.text ?? "").trimEnd());
      }),
      { numRuns: 40 },
    );
  });

  test("never throws, whatever comes", () => {
    const pieces = fc.constantFrom(
      "--x",
      "\n",
      "\r\n",
      "Content-Type: multipart/mixed; boundary=x",
      ":",
      "=?",
      "?=",
      "a",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (all) => {
        expect(parseMime(all.join("")).type).not.toBe("");
      }),
    );
  });
});
