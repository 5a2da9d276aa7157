import { expect, test } from "vitest";
import { campaignAsk, isNarrowed } from "./campaign-ask";

const paramsOf = (query: string) => new URLSearchParams(query);

test.each([
  { query: "q=spring&sort=-revenue", has: { search: "spring", sort: "revenue", descending: true } },
  { query: "sort=name", has: { sort: "name", descending: false } },
  { query: "state=archived", has: { states: ["archived"] } },
  { query: "state=nonsense&sort=nonsense", has: { sort: "updated", descending: true } },
])("$query asks for $has", ({ query, has }) => {
  expect(campaignAsk(paramsOf(query))).toMatchObject(has);
});

test("what is archived is left out until it is asked for", () => {
  expect(campaignAsk(paramsOf("")).states).toEqual(["draft", "live", "paused", "stopped"]);
});

test.each([
  { query: "", narrowed: false },
  { query: "sort=name&columns=none", narrowed: false },
  { query: "q=x", narrowed: true },
  { query: "state=live", narrowed: true },
])("$query narrows: $narrowed", ({ query, narrowed }) => {
  expect(isNarrowed(paramsOf(query))).toBe(narrowed);
});
