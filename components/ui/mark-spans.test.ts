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

describe("what a rule read", () => {
  const found = (text: string, span: string) =>
    findSpans(text, [{ text: span, label: "", tone: "hold" }]).map(({ start, end }) =>
      text.slice(start, end),
    );

  it("is found with its merge fields filled in, and a percentage with or without its space", () => {
    expect(
      found("Ada, a word about your order", '{{ person.firstName | default: "there" }}, a word about'),
    ).toEqual(["Ada, a word about"]);
    expect(found("Of 100% wool", "100 %")).toEqual(["100%"]);
    expect(markSpans("<p>Of 100% wool</p>", [{ text: "100 %", label: "", tone: "hold" }])).toContain(
      ">100%</mark>",
    );
  });

  it("is not found where nothing but a merge field is left of it", () => {
    expect(found("Ada", "{{ person.firstName }}")).toEqual([]);
    expect(markSpans("<p>Ada</p>", [{ text: "{{ person.firstName }}", label: "", tone: "hold" }])).toBe(
      "<p>Ada</p>",
    );
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
