import { describe, expect, it } from "vitest";
import { findSpans, markSpans } from "./mark-spans";

const free = [{ text: "Act now", label: "trigger", tone: "block" as const }];
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
      { text: "15 % & more", label: '<img src=x onerror="x">', tone: "hold" },
    ]);
    expect(html).toContain(">15 % &amp; more</mark>");
    expect(html).not.toContain("<img");
  });

  it("shows what blocks and what only raises a doubt apart", () => {
    const look = (tone: "block" | "hold") =>
      /style="([^"]*)"/.exec(markSpans("act now", [{ text: "act now", label: "x", tone }]))?.[1];
    expect(look("block")).toMatch(/background/);
    expect(look("hold")).not.toBe(look("block"));
  });

  it("leaves the mail alone without words to mark", () => {
    expect(markSpans("<p>a</p>", [{ text: " ", label: "", tone: "hold" }])).toBe("<p>a</p>");
  });
});

describe("findSpans", () => {
  it("finds every place, whatever the case", () => {
    expect(findSpans("Act now or ACT NOW", free)).toEqual([
      { start: 0, end: 7, label: "trigger", tone: "block" as const },
      { start: 11, end: 18, label: "trigger", tone: "block" as const },
    ]);
  });
});
