import { describe, expect, test } from "vitest";
import { type AlertFacts, alertsOf } from "./alerts";

const calm: AlertFacts = {
  reviewsWaiting: 0,
  reviewsDueSoon: 0,
  reviewsExpired: 0,
  uncertain: 0,
  failedRuns: [],
  givenUp: [],
  complaints: 0,
  touches: 5000,
  breaches: 0,
  hasPostalAddress: true,
  silentMinutes: 1,
  spentBudgets: [],
  losing: [],
  currency: "USD",
};
const keys = (facts: Partial<AlertFacts>) => alertsOf({ ...calm, ...facts }).map(({ key }) => key);

describe("alertsOf", () => {
  test("says nothing when nothing needs a person", () => {
    expect(alertsOf(calm)).toEqual([]);
    expect(keys({ silentMinutes: null })).toEqual([]);
  });

  test.each([
    { facts: { complaints: 5 }, found: ["complaints"], because: "0.10 % is the limit" },
    { facts: { complaints: 4 }, found: [], because: "0.08 % is below it" },
    { facts: { complaints: 9, touches: 900 }, found: [], because: "900 messages say too little" },
    { facts: { silentMinutes: 6 }, found: ["worker-silent"], because: "six minutes are more than five" },
    { facts: { silentMinutes: 5 }, found: [], because: "five are not" },
    { facts: { hasPostalAddress: false }, found: ["no-postal-address"], because: "no mail may leave" },
    { facts: { reviewsExpired: 1 }, found: ["reviews-expired"], because: "one was lost" },
    { facts: { reviewsWaiting: 3, reviewsDueSoon: 3 }, found: ["reviews-due"], because: "all are due" },
  ])("$because", ({ facts, found }) => {
    expect(keys(facts)).toEqual(found);
  });

  test("work that failed for good is counted as a whole and named, the rest as a number", () => {
    const names = ["import-file", "send-report", "sweep-runs", "deliver-due", "user/created", "x/y"];
    const givenUp = names.map((what, i) => ({ what, times: i === 0 ? 3 : 1 }));
    expect(alertsOf({ ...calm, givenUp })).toMatchObject([
      {
        key: "given-up",
        title: "8 pieces of work failed for good.",
        detail:
          "import-file (3 times), send-report, sweep-runs, deliver-due, 2 others. An admin can have it done again.",
      },
    ]);
    expect(alertsOf({ ...calm, givenUp: [{ what: "send-report", times: 1 }] })).toMatchObject([
      { title: "1 piece of work failed for good.", detail: "send-report. An admin can have it done again." },
    ]);
  });

  test("what stops comes before what waits, and that before what is good to know", () => {
    const all = keys({
      reviewsWaiting: 5,
      reviewsDueSoon: 1,
      uncertain: 2,
      breaches: 1,
      failedRuns: [{ id: 7, campaign: "Win back" }],
      spentBudgets: [{ id: 3, campaign: "Cross-sell", share: 0.93 }],
    });
    expect(all).toEqual([
      "breaches",
      "failed-run-7",
      "reviews-due",
      "uncertain",
      "reviews-waiting",
      "budget-3",
    ]);
  });

  test("words one and many", () => {
    const [one] = alertsOf({ ...calm, reviewsWaiting: 1, reviewsDueSoon: 1 });
    expect(one?.title).toBe("1 message in review is due within 1 hour.");
    const [many] = alertsOf({ ...calm, reviewsWaiting: 1200 });
    expect(many?.title).toBe("1,200 messages wait for a reviewer.");
  });

  test("a campaign that loses money comes with the way to pause it", () => {
    const losing = [{ id: 3, campaign: "Win back", value: -42.2, low: -80.1, high: -0.4 }];
    expect(alertsOf({ ...calm, losing })).toEqual([
      {
        key: "losing-3",
        tone: "block",
        title: "“Win back” loses money: people it left alone spent more.",
        detail:
          "Over 30 days −\u2060$0.42 a person against its holdout; the 95 % interval, −\u2060$0.801 to −\u2060$0.004, lies below zero.",
        action: { label: "Pause it", href: "/campaigns/3", needs: "campaign.launch" },
      },
    ]);
  });
});
