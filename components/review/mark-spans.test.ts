import { describe, expect, it } from "vitest";
import { findSpans, markSpans } from "./mark-spans";

const free = [{ text: "Act now", label: "trigger" }];
const marked = (html: string) => html.replace(/<mark[^>]*>/g, "[").replaceAll("</mark>", "]");

describe("markSpans", () => {
  it.each([
    ["<p>Please act now, dear</p>", "<p>Please [act now], dear</p>"],
    ['<a title="act now">go</a>', '<a title="act now">go</a>'],
    [
      "<style>.x{content:'act now'}</style><b>ACT NOW</b>",
      "<style>.x{content:'act now'}</style><b>[ACT NOW]</b>",
    ],
    [
      "<head><title>Act now</title></head><p>act now</p>",
      "<head><title>Act now</title></head><p>[act now]</p>",
    ],
    ["<!-- act now --><p>x</p>", "<!-- act now --><p>x</p>"],
    ["act now", "[act now]"],
  ])("in %s", (html, expected) => {
    expect(marked(markSpans(html, free))).toBe(expected);
  });

  it("finds escaped words and escapes its own label", () => {
    const html = markSpans("<p>15 % &amp; more</p>", [
      { text: "15 % & more", label: '<img src=x onerror="x">' },
    ]);
    expect(html).toContain(">15 % &amp; more</mark>");
    expect(html).not.toContain("<img");
  });

  it("leaves the mail alone without words to mark", () => {
    expect(markSpans("<p>a</p>", [{ text: " ", label: "" }])).toBe("<p>a</p>");
  });
});

describe("findSpans", () => {
  it("finds every place, whatever the case", () => {
    expect(findSpans("Act now or ACT NOW", free)).toEqual([
      { start: 0, end: 7, label: "trigger" },
      { start: 11, end: 18, label: "trigger" },
    ]);
  });
});
