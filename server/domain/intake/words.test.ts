import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessMapping, positionsOf } from "./columns";
import { isNews, readConsentChannel, readConsentWord } from "./consent-word";
import { csvCell, csvLines } from "./csv-cell";
import { readHttpsUrl } from "./https-url";
import { readId } from "./id-text";
import { longText, plainText } from "./plain-text";
import { ticketKind } from "./ticket-kind";
import { readYesNo } from "./yes-no";

describe("a CSV cell for a spreadsheet", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+44 20", "'+44 20"],
    ["-2", "'-2"],
    ["@cmd", "'@cmd"],
    ["\t=1", "'\t=1"],
    ["\0=1", "'\0=1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["a,b", '"a,b"'],
    ["two\nlines", '"two\nlines"'],
    ["plain", "plain"],
    ["", ""],
  ])("%j is written as %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  test("never begins with a sign that starts a formula, quotes aside", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csvCell(text).replace(/^"/, "")).not.toMatch(/^[=+\-@\t\0]/);
      }),
    );
  });

  test("numbers stay numbers", () => {
    expect(csvLines([[-2, "a"]])).toBe("-2,a\r\n");
  });
});

test.each([
  ["Subscribed", "granted"],
  ["opt-in", "granted"],
  ["TRUE", "granted"],
  ["unsubscribed", "withdrawn"],
  ["Opted Out", "withdrawn"],
  ["cleaned", "withdrawn"],
  ["0", "withdrawn"],
])("the consent word %s means %s", (text, state) => {
  expect(readConsentWord(text)).toEqual({ ok: true, value: state });
});

test.each(["pending", "", "maybe", "constructor"])("the consent word %j is refused, never a yes", (text) => {
  expect(readConsentWord(text).ok).toBe(false);
});

test.each([
  { state: "withdrawn", dated: false, inForce: "granted", news: true },
  { state: "withdrawn", dated: false, inForce: "withdrawn", news: false },
  { state: "granted", dated: false, inForce: "withdrawn", news: false },
  { state: "granted", dated: false, inForce: null, news: true },
  { state: "granted", dated: true, inForce: "withdrawn", news: true },
] as const)("$state (dated: $dated) after $inForce is news: $news", ({ state, dated, inForce, news }) => {
  expect(isNews({ state, dated }, inForce)).toBe(news);
});

test("a channel is one of ours", () => {
  expect(readConsentChannel("E-Mail")).toEqual({ ok: true, value: "email" });
  expect(readConsentChannel("pigeon").ok).toBe(false);
});

test.each([
  ["legal", "legal"],
  ["My lawyer will be in touch about this complaint", "legal"],
  ["I am very unhappy with your refund", "complaint"],
  ["Wrong invoice", "billing"],
  ["Where is my parcel?", "delivery"],
  ["My husband passed away", "bereavement"],
  ["How do I wash it", "question"],
  ["Hello", "other"],
  ["", "other"],
])("a ticket of %j is of the kind %s", (text, kind) => {
  expect(ticketKind(text)).toBe(kind);
});

test.each([
  ["17850.0", true, "17850"],
  ["17850.0", false, "17850.0"],
  ["1.5", true, "1.5"],
  [" C-77 ", true, "C-77"],
])("the number %s (whole: %s) is %s", (text, whole, id) => {
  expect(readId(text, whole)).toEqual({ ok: true, value: id });
});

test.each([
  ["https://example.com/a?b=1", true],
  ["javascript:alert(1)", false],
  ["data:text/html,x", false],
  ["http://example.com", false],
  ["//example.com", false],
  ["https://user:secret@example.com", false],
  ["https://", false],
])("the link %s is taken: %s", (text, taken) => {
  expect(readHttpsUrl(text).ok).toBe(taken);
});

test.each([
  ["yes", true],
  ["N", false],
  ["1", true],
  ["FALSE", false],
])("%s is %s", (text, value) => {
  expect(readYesNo(text)).toEqual({ ok: true, value });
});

test("text keeps what it holds, but nothing that no database can keep", () => {
  for (const odd of ["Zoë 🦊", "<img src=x onerror=alert(1)>", "Ṱ̺̺o͞ i̷n", "‮gnp.exe", "1;DROP TABLE users"])
    expect(plainText(odd, 200)).toEqual({ ok: true, value: odd });
  expect(plainText("a\0b", 200).ok).toBe(false);
  expect(plainText("a\r\nb", 200).ok).toBe(false);
  expect(plainText("\ud800", 200).ok).toBe(false);
  expect(plainText("x".repeat(201), 200).ok).toBe(false);
  expect(longText("a\r\nb", 200)).toEqual({ ok: true, value: "a\r\nb" });
  expect(longText("a\0b", 200).ok).toBe(false);
});

describe("columns", () => {
  const fields = [
    { name: "order", title: "Order number", aliases: ["invoiceNo"], required: true },
    { name: "customer", title: "Customer number", aliases: ["customerId", "user"] },
    { name: "user", title: "Who", aliases: [] },
  ];

  test("are guessed by name, title, alias, in any spelling; one column serves one field", () => {
    expect(guessMapping(["Invoice No", "CUSTOMER_ID", "other"], fields)).toEqual({
      order: "Invoice No",
      customer: "CUSTOMER_ID",
    });
    expect(guessMapping(["user"], fields)).toEqual({ user: "user" });
  });

  test("a mapping says what is wrong with it", () => {
    expect(positionsOf(["a", "b"], fields, { order: "b" })).toEqual({
      positions: new Map([["order", 1]]),
      problems: [],
    });
    expect(positionsOf(["a"], fields, { customer: "z", nonsense: "a" }).problems).toEqual([
      "there is no column z for customer",
      "there is no field nonsense",
      "no column is mapped to order (Order number)",
    ]);
  });
});
