import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkParts } from "./link-parts";

const hrefsOf = (text: string) => linkParts(text).flatMap(({ href }) => href ?? []);

describe("the links of a text", () => {
  test.each([
    { text: "no link here", hrefs: [], because: "words only" },
    {
      text: "See https://shop.example/c/abc.",
      hrefs: ["https://shop.example/c/abc"],
      because: "the full stop ends the sentence",
    },
    {
      text: "(http://127.0.0.1:3000/u/x_y-z) and https://b.example/?a=1&b=2",
      hrefs: ["http://127.0.0.1:3000/u/x_y-z", "https://b.example/?a=1&b=2"],
      because: "two of them",
    },
    { text: "javascript:alert(1) data:text/html,x", hrefs: [], because: "only http and https" },
    { text: "https:// nothing", hrefs: [], because: "no host" },
  ])("$because", ({ text, hrefs }) => {
    expect(hrefsOf(text)).toEqual(hrefs);
  });

  test("joined again they are the text, and every link is one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), { maxLength: 8 }),
        (pieces) => {
          const text = pieces.join(" ");
          const parts = linkParts(text);
          expect(parts.map((part) => part.text).join("")).toBe(text);
          for (const { href } of parts) if (href !== null) expect(href).toMatch(/^https?:\/\//);
        },
      ),
    );
  });
});
