import { describe, expect, test } from "vitest";
import { readOrder } from "./read-order";

const order = (properties: object) => readOrder({ order_id: "o1", ...properties }, "GBP");

describe("an order's worth", () => {
  test.each([
    { because: "its total", given: { total: 27.5, revenue: 20 }, minor: 2750 },
    { because: "its revenue where there is no total", given: { revenue: "20.005" }, minor: 2001 },
    { because: "its value", given: { value: 12 }, minor: 1200 },
    {
      because: "its products less the discount",
      given: { discount: 1, products: [{ sku: "A", price: 5, quantity: 2 }] },
      minor: 900,
    },
    { because: "no decimals in yen", given: { total: 1200.4, currency: "jpy" }, minor: 1200 },
    { because: "three decimals in dinars", given: { total: 1.2345, currency: "KWD" }, minor: 1235 },
    { because: "nothing", given: { total: 0 }, minor: 0 },
    { because: "a refund", given: { total: -5 }, minor: -500 },
    { because: "what floating point makes of it", given: { total: 0.1 + 0.2 }, minor: 30 },
  ])("$because", ({ given, minor }) => {
    expect(order(given)).toMatchObject({ ok: true, value: { revenueMinor: minor } });
  });
});

test.each([
  { properties: null, field: "properties" },
  { properties: { total: 1 }, field: "properties.order_id" },
  { properties: { order_id: "null", total: 1 }, field: "properties.order_id" },
  { properties: { order_id: 7 }, field: "properties.total" },
  { properties: { order_id: 7, total: "a lot" }, field: "properties.total" },
  { properties: { order_id: 7, total: 1e30 }, field: "properties.total" },
  { properties: { order_id: 7, total: Number.NaN }, field: "properties.total" },
  { properties: { order_id: 7, total: 1, currency: "shells" }, field: "properties.currency" },
  { properties: { order_id: 7, total: 1, discount: {} }, field: "properties.discount" },
  { properties: { order_id: 7, total: 1, coupon: "a\nb" }, field: "properties.coupon" },
  { properties: { order_id: 7, total: 1, products: {} }, field: "properties.products" },
  { properties: { order_id: 7, total: 1, products: [{ price: 1 }] }, field: "properties.products.0.sku" },
  {
    properties: { order_id: 7, total: 1, products: [{ sku: "A", quantity: 1.5 }] },
    field: "properties.products.0.quantity",
  },
  {
    properties: { order_id: 7, total: 1, products: [{ sku: "A" }, { sku: "B", price: "x" }] },
    field: "properties.products.1.price",
  },
])("$properties: $field", ({ properties, field }) => {
  expect(readOrder(properties, "GBP")).toMatchObject({ ok: false, field });
});

test("equal lines are told apart, the company's currency stands where none is named", () => {
  const product = { product_id: 17, price: "2.50", quantity: 3 };
  expect(order({ total: 20, products: [product, { ...product, quantity: 1 }, product] })).toEqual({
    ok: true,
    value: {
      ref: "o1",
      revenueMinor: 2000,
      discountMinor: 0,
      currency: "GBP",
      offerCode: null,
      lines: [
        { sku: "17", priceMinor: 250, quantity: 3, occurrence: 0, totalMinor: 750 },
        { sku: "17", priceMinor: 250, quantity: 1, occurrence: 0, totalMinor: 250 },
        { sku: "17", priceMinor: 250, quantity: 3, occurrence: 1, totalMinor: 750 },
      ],
    },
  });
});
