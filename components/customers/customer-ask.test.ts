import { expect, test } from "vitest";
import { customerAsk, isNarrowed } from "./customer-ask";

const ask = (query: string) => customerAsk(new URLSearchParams(query), "USD");

test("the address says what is asked for", () => {
  expect(ask("q=u7&country=GB&vip=yes&consent=none&suppressed=no&segment=lost&min=12.5&sort=-spend")).toEqual(
    {
      search: "u7",
      country: "GB",
      vip: true,
      consent: "none",
      suppressed: false,
      segment: "lost",
      minSpendMinor: 1250,
      maxSpendMinor: null,
      sort: "spend",
      descending: true,
    },
  );
});

test.each([
  { query: "ordered=within-90", has: { maxSilenceDays: 90 } },
  { query: "ordered=before-365", has: { minSilenceDays: 365 } },
  { query: "ordered=never", has: { ordered: false } },
  { query: "sort=orders", has: { sort: "orders", descending: false } },
])("$query asks for $has", ({ query, has }) => {
  expect(ask(query)).toMatchObject(has);
});

test("words that mean nothing narrow nothing, and the order is no filter", () => {
  expect(isNarrowed(ask("country=XXL&vip=maybe&consent=x&ordered=y&min=-3&max=abc&sort=-name"))).toBe(false);
  expect(ask("sort=-name").sort).toBe("created");
  expect(isNarrowed(ask("sort=-spend"))).toBe(false);
  expect(isNarrowed(ask("max=0"))).toBe(true);
});
