import { expect, test } from "vitest";
import { offersLeft } from "./offer-stock";

const stock = new Map([
  ["mug", 3],
  ["bowl", 0],
  ["card", null],
]);

test.each([
  { products: [], limit: null, left: null, because: "about no product, without a limit" },
  { products: [], limit: 10, left: 6, because: "its own limit less what was given" },
  { products: ["mug"], limit: 10, left: 6, because: "in stock" },
  { products: ["bowl", "mug"], limit: null, left: null, because: "one of two is in stock" },
  { products: ["bowl"], limit: 10, left: 0, because: "sold out" },
  { products: ["card"], limit: null, left: null, because: "stock is not tracked" },
  { products: ["gone"], limit: null, left: 0, because: "not a product that is sold" },
])("$because: $left", ({ products, limit, left }) => {
  expect(offersLeft({ products, stock: limit }, 4, stock)).toBe(left);
});
