import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { DAY_MS } from "@/server/domain/time";
import { behavioural } from "./behavioural";

const now = Date.UTC(2026, 5, 1);
const ago = (days: number) => now - days * DAY_MS;
const population = {
  buyers: 0,
  silenceDaysCuts: [],
  ordersCuts: [],
  spendMinorCuts: [],
  averageOrderMinor: null,
  margin: null,
};
const assign = (facts: Partial<CustomerFacts>, settings: object = {}) =>
  behavioural.prepare(settings, population)({ ...BLANK_FACTS, ...facts }, now);

/** Five orders a year are one every 73 days. */
const regular = { orders365: 5, lastEventMs: ago(1) };

describe("behaviour", () => {
  test.each<{ facts: Partial<CustomerFacts>; segment: string | null; because: string }>([
    { facts: {}, segment: null, because: "of a stranger nothing is known" },
    { facts: { lastOrderMs: ago(120) }, segment: "quiet", because: "120 days without order or event" },
    { facts: { lastOrderMs: ago(119) }, segment: null, because: "119 days are not enough" },
    { facts: { lastOrderMs: ago(300), lastEventMs: ago(10) }, segment: null, because: "here ten days ago" },
    { facts: { lastEventMs: ago(150) }, segment: "quiet", because: "never bought, not seen for 150 days" },
    {
      facts: { lastEventMs: ago(2), events30: 2, eventsPrev30: 10 },
      segment: "fading",
      because: "activity down 80 %",
    },
    {
      facts: { lastEventMs: ago(2), events30: 4, eventsPrev30: 10 },
      segment: "fading",
      because: "down exactly 60 %",
    },
    { facts: { lastEventMs: ago(2), events30: 5, eventsPrev30: 10 }, segment: null, because: "down by half" },
    {
      facts: { lastEventMs: ago(31), events30: 0, eventsPrev30: 4 },
      segment: null,
      because: "four events say nothing",
    },
    { facts: { ...regular, lastOrderMs: ago(145) }, segment: null, because: "just under two gaps" },
    { facts: { ...regular, lastOrderMs: ago(146) }, segment: "lapsing", because: "exactly two gaps" },
    {
      facts: { orders365: 1, lastOrderMs: ago(300), lastEventMs: ago(1) },
      segment: null,
      because: "one order has no rhythm",
    },
    {
      facts: { visits90: 3, lastEventMs: ago(1) },
      segment: "browsing",
      because: "three visits, never bought",
    },
    {
      facts: { visits90: 3, lastEventMs: ago(1), lastOrderMs: ago(60) },
      segment: "browsing",
      because: "no order for 60 days",
    },
    {
      facts: { visits90: 3, lastEventMs: ago(1), lastOrderMs: ago(59) },
      segment: null,
      because: "ordered 59 days ago",
    },
    { facts: { visits90: 2, lastEventMs: ago(1) }, segment: null, because: "two visits are not enough" },
    {
      facts: { ...regular, lastOrderMs: ago(200), events30: 0, eventsPrev30: 9, visits90: 9 },
      segment: "fading",
      because: "the first that fits names it",
    },
  ])("$segment: $because", ({ facts, segment }) => {
    expect(assign(facts)).toBe(segment);
  });

  test("settings move the borders", () => {
    expect(assign({ lastOrderMs: ago(60) }, { quietAfterDays: 60 })).toBe("quiet");
    expect(assign({ lastEventMs: ago(1), events30: 5, eventsPrev30: 10 }, { dropShare: 0.5 })).toBe("fading");
    expect(() => assign({}, { dropShare: 2 })).toThrow();
  });
});
