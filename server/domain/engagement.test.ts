import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "./blank-facts";
import { engagementScore } from "./engagement";
import { DAY_MS } from "./time";

const now = Date.UTC(2026, 5, 1);
const FLOOR = 0.3;
type Given = {
  orders?: number;
  silence?: number;
  visits?: number;
  emails?: number;
  opens?: number;
  clicks?: number;
};
const score = ({ orders = 0, silence, visits = 0, emails = 0, opens = 0, clicks = 0 }: Given) =>
  engagementScore(
    {
      ...BLANK_FACTS,
      orders365: orders,
      lastOrderMs: silence === undefined ? null : now - silence * DAY_MS,
      visits90: visits,
      emails90: emails,
      opens90: opens,
      clicks90: clicks,
    },
    now,
  );

describe("engagement", () => {
  test.each<Given & { passes: boolean; because: string }>([
    { passes: false, because: "nothing is known" },
    { orders: 3, silence: 120, passes: true, because: "three orders, 120 days silent: a win-back case" },
    { orders: 2, silence: 150, passes: true, because: "two orders, five months silent" },
    { orders: 5, silence: 270, passes: true, because: "five orders, nine months silent" },
    { orders: 1, silence: 60, passes: true, because: "one order two months ago" },
    { orders: 1, silence: 200, passes: false, because: "one order, half a year and more ago" },
    { orders: 0, silence: 500, passes: false, because: "nothing bought within the year" },
    { orders: 0, silence: 500, visits: 2, passes: true, because: "but here on two days lately" },
    { visits: 1, passes: false, because: "one visit is not enough" },
    { orders: 3, silence: 120, emails: 1, passes: true, because: "one mail unanswered is forgiven" },
    { orders: 3, silence: 120, emails: 4, passes: false, because: "four mails unanswered are not" },
    { orders: 1, silence: 200, emails: 2, opens: 1, passes: true, because: "opened one of two" },
    { orders: 0, silence: 500, emails: 3, clicks: 2, passes: true, because: "clicks count as reactions" },
  ])("$because", ({ passes, because: _, ...given }) => {
    expect(score(given) > FLOOR).toBe(passes);
  });

  test("without messages it is behaviour alone", () => {
    expect(score({ orders: 1, silence: 0 })).toBe(0.5);
    expect(score({ orders: 1, silence: 180 })).toBe(0.25);
    expect(score({ visits: 1 })).toBeCloseTo(0.2, 12);
    expect(score({ orders: 1, silence: 0, visits: 1 })).toBeCloseTo(1 - 0.5 * 0.8, 12);
  });

  const given = fc.record({
    orders: fc.nat(50),
    silence: fc.nat(2000),
    visits: fc.nat(90),
    emails: fc.nat(50),
    opens: fc.nat(50),
    clicks: fc.nat(50),
  });

  test("is a number from 0 to 1, visits and reactions never lower it, silence and unanswered mails never raise it", () => {
    fc.assert(
      fc.property(given, (one) => {
        const before = score(one);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(score({ ...one, visits: one.visits + 1 })).toBeGreaterThanOrEqual(before);
        expect(score({ ...one, opens: one.opens + 1 })).toBeGreaterThanOrEqual(before);
        expect(score({ ...one, silence: one.silence + 1 })).toBeLessThanOrEqual(before);
        const unanswered = { ...one, emails: Math.max(one.emails, one.opens, one.clicks) };
        expect(score({ ...unanswered, emails: unanswered.emails + 1 })).toBeLessThanOrEqual(
          score(unanswered),
        );
      }),
    );
  });
});
