import { expect, test } from "vitest";
import { isNarrowed, outboxAsk } from "./outbox-ask";

const ask = (query: string) => outboxAsk(new URLSearchParams(query));

test.each([
  {
    query: "state=uncertain&sort=-settledAt",
    has: { states: ["uncertain"], sort: "settledAt", descending: true },
  },
  { query: "customer=%2312&campaign=3", has: { customerId: 12, campaignId: 3 } },
  { query: "sort=notBefore", has: { sort: "notBefore", descending: false } },
  {
    query: "state=lost&customer=kim&sort=name",
    has: { states: [], customerId: null, sort: "id", descending: true },
  },
])("$query asks for $has", ({ query, has }) => {
  expect(ask(query)).toMatchObject(has);
});

test("an order narrows nothing, a state, campaign or customer does", () => {
  expect(isNarrowed(ask("sort=id"))).toBe(false);
  for (const query of ["state=sent", "campaign=3", "customer=4"]) expect(isNarrowed(ask(query))).toBe(true);
});
