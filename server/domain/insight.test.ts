import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "./blank-facts";
import type { CustomerFacts } from "./customer-facts";
import { INSIGHTS, insightsOf } from "./insight";
import { DAY_MS } from "./time";

const now = Date.UTC(2026, 5, 1);
const ago = (days: number) => now - days * DAY_MS;

describe("what stands out", () => {
  test.each<{ given: Partial<CustomerFacts>; found: [string, number][]; because: string }>([
    { given: {}, found: [], because: "of a stranger nothing" },
    {
      given: { events30: 2, eventsPrev30: 10 },
      found: [["activity.dropped", 80]],
      because: "activity down 80 %",
    },
    { given: { events30: 0, eventsPrev30: 4 }, found: [], because: "four events before are too few to fall" },
    { given: { lastOrderMs: ago(120) }, found: [["orders.silence", 120]], because: "silent for 120 days" },
    { given: { lastOrderMs: ago(59) }, found: [], because: "59 days are no silence" },
    { given: { emails90: 3 }, found: [["mail.ignored", 3]], because: "ignored the last three" },
    {
      given: { emails90: 3, opens90: 1, clicks90: 2 },
      found: [["mail.answers", 2]],
      because: "reacted to two",
    },
    {
      given: { openTickets: 1, visits90: 3 },
      found: [
        ["tickets.open", 1],
        ["visits.without-order", 3],
      ],
      because: "an open ticket comes first",
    },
    { given: { firstOrderMs: ago(3), lastOrderMs: ago(3) }, found: [["orders.first", 3]], because: "new" },
    {
      given: { firstOrderMs: ago(3.8), lastOrderMs: ago(3.8) },
      found: [["orders.first", 3]],
      because: "a day is over when all of it is",
    },
    {
      given: {
        openTickets: 2,
        events30: 1,
        eventsPrev30: 10,
        emails90: 2,
        lastOrderMs: ago(90),
        visits90: 5,
        orders365: 6,
      },
      found: [
        ["tickets.open", 2],
        ["activity.dropped", 90],
        ["mail.ignored", 2],
        ["orders.silence", 90],
      ],
      because: "at most four, the most telling first",
    },
  ])("$because", ({ given, found }) => {
    const insights = insightsOf({ ...BLANK_FACTS, ...given }, now);
    expect(insights.map(({ code, figure }) => [code, figure])).toEqual(found);
    expect(insights.every(({ code }) => INSIGHTS[code].includes("#"))).toBe(true);
  });
});
