import { expect, test } from "vitest";
import { withChanges } from "./use-url-params";

test.each([
  { query: "", changes: { q: "tent" }, next: "q=tent" },
  {
    query: "q=tent&page=3",
    changes: { state: "held" },
    next: "q=tent&state=held",
    because: "a filter starts at page 1",
  },
  { query: "q=tent&after=c9", changes: { q: null }, next: "" },
  { query: "q=tent", changes: { page: "2" }, next: "q=tent&page=2" },
  { query: "q=tent", changes: { q: "" }, next: "" },
  { query: "", changes: { q: "a&b=c" }, next: "q=a%26b%3Dc" },
])("$query with $changes is $next", ({ query, changes, next }) => {
  expect(withChanges(query, changes)).toBe(next);
});
