import { expect, test } from "vitest";
import { patienceFor } from "./patience-for";

const here = "https://touchline.example/overview?channel=email";

test.each([
  { mode: "cors", from: here, patience: null, because: "a filter keeps the figures before in view" },
  { mode: "navigate", from: here, patience: 500, because: "a reload shows an empty window" },
  { mode: "cors", from: "https://touchline.example/review", patience: 500, because: "another page is left" },
  { mode: "navigate", from: null, patience: 500, because: "the address was typed" },
  { mode: null, from: "about:blank", patience: 500, because: "nobody knows" },
])("$mode from $from: $because", ({ mode, from, patience }) => {
  expect(patienceFor("/overview", { mode, from })).toBe(patience);
});
