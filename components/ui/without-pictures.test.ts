import { describe, expect, test } from "vitest";
import { withoutPictures } from "./without-pictures";

describe("pictures that are not fetched", () => {
  test.each([
    {
      html: '<p><img src="https://cdn.example/a.png" alt="Logo" width="20"></p>',
      becomes: '<p><img data-from="https://cdn.example/a.png" alt="Logo" width="20"></p>',
      because: "the words that stand for it stay",
    },
    {
      html: "<IMG alt=x\n SRC=http://127.0.0.1/o/t>",
      becomes: "<IMG alt=x\n data-from=http://127.0.0.1/o/t>",
      because: "capitals, line breaks and no quotes",
    },
    {
      html: '<img src="a.png" srcset="b.png 2x">',
      becomes: '<img data-from="a.png" data-from="b.png 2x">',
      because: "both attributes",
    },
    {
      html: '<img src="data:image/png;base64,AA==">',
      becomes: '<img src="data:image/png;base64,AA==">',
      because: "what is in the page is not fetched",
    },
    {
      html: '<p data-src="x">src= in words</p>',
      becomes: '<p data-src="x">src= in words</p>',
      because: "words",
    },
  ])("$because", ({ html, becomes }) => {
    expect(withoutPictures(html)).toBe(becomes);
  });
});
