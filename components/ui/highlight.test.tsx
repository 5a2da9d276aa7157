import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Highlight, type HighlightSpan } from "./highlight";

/** The marked pieces and the whole visible text. */
function drawn(text: string, spans: HighlightSpan[]) {
  const html = renderToStaticMarkup(<Highlight text={text} spans={spans} />);
  const visible = html.replace(/<span class="sr-only">.*?<\/span>/g, "");
  const marked = [...visible.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map((match) => match[1]);
  return { marked, text: visible.replace(/<[^>]+>/g, "") };
}

const text = "Last chance: 25 % off";

test.each([
  { spans: [{ start: 0, end: 11, label: "pressure" }], marked: ["Last chance"] },
  {
    spans: [
      { start: 13, end: 21, label: "b" },
      { start: 0, end: 4, label: "a" },
    ],
    marked: ["Last", "25 % off"],
  },
  {
    spans: [
      { start: 0, end: 11, label: "a" },
      { start: 5, end: 15, label: "b" },
    ],
    marked: ["Last chance", ": 25"],
  },
  { spans: [{ start: 13, end: 900, label: "too far" }], marked: ["25 % off"] },
  { spans: [{ start: 40, end: 50, label: "outside" }], marked: [] },
  { spans: [{ start: 5, end: 5, label: "empty" }], marked: [] },
])("$spans marks $marked and keeps the text", ({ spans, marked }) => {
  expect(drawn(text, spans)).toEqual({ marked, text });
});

test("what is wrong is said, and markup in the text stays text", () => {
  const html = renderToStaticMarkup(
    <Highlight text="<img src=x onerror=alert(1)>" spans={[{ start: 0, end: 4, label: 'a "tag"' }]} />,
  );
  expect(html).not.toContain("<img");
  expect(html).toContain("(a &quot;tag&quot;)");
});
