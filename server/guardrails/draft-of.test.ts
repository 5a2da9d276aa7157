import { describe, expect, test } from "vitest";
import { draftOf } from "./draft-of";

const piece = {
  channel: "email" as const,
  subject: "We miss you",
  html: '<a href="{{ links.unsubscribe }}">x</a>',
  text: "x: {{ links.unsubscribe }}",
  unsubscribeUrl: null,
};

describe("what guardrails read of a message", () => {
  test.each([
    { given: {}, has: true, because: "both parts carry the slot" },
    { given: { text: "x" }, has: false, because: "the text does not" },
    { given: { html: "x" }, has: false, because: "the HTML does not" },
    { given: { html: "{{ links.unsubscribe | escape }}" }, has: true, because: "a filter does no harm" },
    { given: { html: "links.unsubscribe" }, has: false, because: "a word is no slot" },
    {
      given: {
        unsubscribeUrl: "https://x.example/u?a=1&b=2",
        html: "https://x.example/u?a=1&amp;b=2",
        text: "https://x.example/u?a=1&b=2",
      },
      has: true,
      because: "rendered, HTML escapes it",
    },
    {
      given: { unsubscribeUrl: "https://x.example/u" },
      has: false,
      because: "rendered, the slot alone is not enough",
    },
    { given: { unsubscribeUrl: "" }, has: false, because: "no address is no way out" },
  ])("$because: $has", ({ given, has }) => {
    expect(draftOf({ ...piece, ...given }, null, "").hasUnsubscribe).toBe(has);
  });

  test.each([
    { text: "10 % off", percents: [10] },
    { text: "10\u00a0% off, really 10%", percents: [10] },
    { text: "12,5 Prozent Rabatt, 5 percent", percents: [12.5, 5] },
    { text: "100 pour cent, 7 por ciento", percents: [100, 7] },
    { text: "in 2026, 50 people percentaged", percents: [] },
  ])("names of $text: $percents", ({ text, percents }) => {
    expect(draftOf({ ...piece, text }, null, "").percentsNamed).toEqual(percents);
  });
});
