import { describe, expect, test } from "vitest";
import { expression, valueAt } from "./expression";

const event = {
  name: "order",
  data: { n: 3, half: 1.5, plan: "pro", none: null, list: [1, 2], "a b": { c: true } },
};
const async = { name: "paid", data: { n: 3, plan: "free" } };

describe("an expression", () => {
  test.each([
    { source: "event.data.n == 3", expected: true },
    { source: "event.data.n > 2 && event.data.half < 2.0", expected: true },
    { source: "event.data.n + 1 == 4", expected: true },
    { source: "event.data.n % 2 == 1", expected: true },
    { source: "2 * event.data.half == 3.0", expected: true },
    { source: "event.data.plan == 'pro'", expected: true },
    { source: "event.data.plan.startsWith('p')", expected: true },
    { source: "2 in event.data.list", expected: true },
    { source: "event.data['a b'].c", expected: true },
    { source: "event.data.n == async.data.n", expected: true },
    { source: "event.data.plan == async.data.plan", expected: false },
    { source: "event.data.missing == null", expected: true },
    { source: "event.data.deep.missing == null", expected: true },
    { source: "event.data.none == null", expected: true },
    { source: "event.data.missing != 'x'", expected: true },
    { source: "has(event.data.missing)", expected: false },
    { source: "has(event.data.plan)", expected: true },
    { source: "event.data.missing == async.data.missing", expected: false },
    { source: "event.data.missing == async.data.missing || event.data.n == 3", expected: true },
    { source: "event.data.none == async.data.none", expected: true },
    { source: "event.data.missing > 1", expected: false },
    { source: "event.data.n", expected: false },
  ])("$source: $expected", ({ source, expected }) => {
    expect(expression(source).test({ event, async })).toBe(expected);
  });

  test.each([
    { source: "event.data.n", key: "3" },
    { source: "event.data.plan", key: '"pro"' },
    { source: "event.data.plan + '-' + event.name", key: '"pro-order"' },
    { source: "event.data.plan == 'pro' ? 120 : 0", key: "120" },
    { source: "event.data.missing", key: "null" },
    { source: "event.data.n.wrong.way()", key: "null" },
  ])("$source has the key $key", ({ source, key }) => {
    expect(expression(source).key({ event })).toBe(key);
  });

  test("of a long value has a short key", () => {
    const key = (text: string) => expression("event.data.text").key({ event: { data: { text } } });
    expect(key("x".repeat(5000))).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(key("x".repeat(5000))).not.toBe(key("x".repeat(5001)));
  });

  test.each([
    {
      source: "event.data.id == async.data.order.id",
      equality: { event: "data.id", async: "data.order.id" },
    },
    { source: "event.data.id == async.data.id && true", equality: null },
    { source: "async.data.id == 3", equality: null },
  ])("$source is an equality of $equality", ({ source, equality }) => {
    expect(expression(source).equality).toEqual(equality);
  });

  test("that does not parse is thrown", () => {
    expect(() => expression("event.data. ==")).toThrow();
  });
});

test.each([
  { path: "data.n", value: "3" },
  { path: "data.none", value: "null" },
  { path: "data.missing", value: null },
  { path: "data.n.deeper", value: null },
  { path: "constructor", value: null },
])("the value at $path is $value", ({ path, value }) => {
  expect(valueAt(event, path)).toBe(value);
});

test("expressions used lately are kept, others are forgotten", () => {
  const often = expression("event.data.n == -1");
  for (let n = 0; n < 1500; n++) {
    expression(`event.data.n == ${n}`);
    expect(expression("event.data.n == -1")).toBe(often);
  }
  const first = expression("event.data.n == 0");
  for (let n = 2000; n < 3500; n++) expression(`event.data.n == ${n}`);
  expect(expression("event.data.n == 0")).not.toBe(first);
});
