import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inert, liquidOf, parseCopy } from "./merge-field";

describe("parseCopy", () => {
  test("cuts words and fields apart", () => {
    expect(parseCopy('Hi {{ person.firstName | default: "there" }}, {{offer.code}}!')).toEqual([
      { literal: "Hi " },
      { field: "person.firstName", fallback: "there" },
      { literal: ", " },
      { field: "offer.code", fallback: null },
      { literal: "!" },
    ]);
  });

  test.each([
    ["{{ person.email }}", "a field that is not on the list"],
    ["{{ person.firstName | raw }}", "another filter"],
    ['{{ person.firstName | default: "x" | upcase }}', "two filters"],
    ["{% for a in (1..9) %}x{% endfor %}", "a tag"],
    ["{{", "an open brace"],
    ["a }} b", "a closing brace"],
    ['{{ person.firstName | default: "<b>" }}', "a fallback that is markup"],
    ["{{ links.unsubscribe }}", "a link"],
    ["{{ constructor.name }}", "the prototype"],
  ])("refuses %s: %s", (text) => {
    expect(parseCopy(text)).toBeNull();
  });

  test("what it gives back, put together, is the same text", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant("{{ offer.title }}"))), (pieces) => {
        const parts = parseCopy(pieces.join(""));
        if (parts === null) return;
        const again = parts.map((p) => ("literal" in p ? p.literal : liquidOf(p.field, p.fallback))).join("");
        expect(parseCopy(again)).toEqual(parts);
      }),
    );
    expect.hasAssertions();
  });
});

test("inert text has no delimiters left", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[{}%a ]{0,12}$/), (text) => {
      expect(inert(text)).not.toMatch(/\{\{|\}\}|\{%|%\}/);
    }),
  );
});
