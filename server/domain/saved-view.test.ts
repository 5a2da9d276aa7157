import { expect, test } from "vitest";
import { hrefQueryOf, sameView, viewQueryOf } from "./saved-view";

test("a view keeps filters, sort and columns, and nothing of the visit", () => {
  const address = new URLSearchParams("vip=yes&view=3&page=2&after=9%3A1&country=&sort=-spend&hide=orders");
  expect(viewQueryOf(address)).toEqual({ hide: "orders", sort: "-spend", vip: "yes" });
});

test("the order of the parameters makes no other view, another value does", () => {
  expect(sameView({ vip: "yes", sort: "-spend" }, { sort: "-spend", vip: "yes", view: "4" })).toBe(true);
  expect(sameView({ vip: "yes" }, { vip: "no" })).toBe(false);
  expect(sameView({ vip: "yes" }, {})).toBe(false);
});

test("an address that opens a view leads back to what was saved", () => {
  const view = { id: 7, query: { q: "a&b=c", sort: "-spend" } };
  const address = new URLSearchParams(hrefQueryOf(view));
  expect(address.get("view")).toBe("7");
  expect(viewQueryOf(address)).toEqual(view.query);
});
