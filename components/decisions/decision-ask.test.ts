import { expect, test } from "vitest";
import { decisionAsk, isNarrowed } from "./decision-ask";

const ask = (query: string, zone = "UTC") => decisionAsk(new URLSearchParams(query), zone, true);

test("the address says what is asked for", () => {
  expect(
    ask("run=3&campaign=2&verdict=held&among=left&reason=tone&action=offer&channel=email&customer=17"),
  ).toEqual({
    runId: 3,
    campaignId: 2,
    customerId: 17,
    person: "",
    verdict: "held",
    among: "left",
    reason: "tone",
    action: "offer",
    channel: "email",
    from: null,
    to: null,
  });
});

test.each([
  { customer: "17", customerId: 17, person: "" },
  { customer: "%2317", customerId: 17, person: "" },
  { customer: "kim%40example.test", customerId: null, person: "kim@example.test" },
])("the customer $customer is found by number or by address", ({ customer, ...found }) => {
  expect(ask(`customer=${customer}`)).toMatchObject(found);
});

test("days begin and end by the company's clock, the last of them included", () => {
  const { from, to } = ask("from=2026-03-29&to=2026-03-29", "Europe/Berlin");
  expect(from?.toISOString()).toBe("2026-03-28T23:00:00.000Z");
  expect(to?.toISOString()).toBe("2026-03-29T22:00:00.000Z"); // clocks went forward that day
});

test("words that mean nothing narrow nothing", () => {
  expect(
    isNarrowed(
      ask("run=x&campaign=-1&verdict=maybe&among=some&channel=pigeon&action=dance&from=2026-13-01&to=soon"),
    ),
  ).toBe(false);
  expect(isNarrowed(ask("from=2026-03-01"))).toBe(true);
});

test("who may not read customers finds nobody by address", () => {
  const query = new URLSearchParams("customer=kim@example.test");
  expect(isNarrowed(decisionAsk(query, "UTC", false))).toBe(false);
});
