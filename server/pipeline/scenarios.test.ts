import { describe, expect, test } from "vitest";
import { DAY_MS } from "@/server/domain/time";
import { aCustomer } from "./testing/a-customer";
import { aPlan } from "./testing/a-plan";
import { decideOne } from "./testing/decide-one";

const now = aPlan().atMs;
const ago = (days: number) => now - days * DAY_MS;

/** Everyday stories that bear on purchases, activity and tickets. */
describe("scenarios", () => {
  test("activity dropped 80 % this month and the last mail was ignored: a churn risk, spoken to", async () => {
    const plan = aPlan({ campaign: { goal: "reduce-churn" } });
    const facts = aCustomer({
      lastOrderMs: ago(40),
      lastEventMs: ago(3),
      events30: 2,
      eventsPrev30: 10,
      emails90: 2,
      visits90: 8,
    });
    const { decision, trace } = await decideOne(plan, facts);
    expect(decision).toMatchObject({ segmentor: "behavioural", segment: "fading", verdict: "sent-on" });
    expect(trace.insights).toEqual(
      expect.arrayContaining([
        { code: "activity.dropped", figure: 80 },
        { code: "mail.ignored", figure: 2 },
      ]),
    );
  });

  test("no interaction for 120 days: gone quiet, and a win-back nudge where only nudges are allowed", async () => {
    const plan = aPlan({
      campaign: { actions: ["nudge"] },
      configuration: { enabledSegmentors: ["behavioural"] },
    });
    const { decision } = await decideOne(plan, aCustomer({ lastOrderMs: ago(120), lastEventMs: ago(125) }));
    expect(decision).toMatchObject({ segment: "quiet", action: "nudge", offerId: null, verdict: "sent-on" });
  });

  test("a VIP who spent 5,000 this year and has an open billing ticket goes to a person before anything is sent", async () => {
    const plan = aPlan({ campaign: { goal: "vip-retention", autonomy: "autonomous" } });
    const facts = aCustomer({
      vip: true,
      orders: 20,
      spendMinor: 900_000,
      spend365Minor: 500_000,
      lastOrderMs: ago(20),
      openTickets: 1,
      openComplaints: 1,
    });
    const { decision, why } = await decideOne(plan, facts);
    expect(decision).toMatchObject({ verdict: "held", node: "review" });
    expect(why.map(({ code }) => code)).toEqual(["high-value.vip", "complaint.open"]);
  });

  test("a feature campaign educates, and never by an offer", async () => {
    const plan = aPlan({ campaign: { goal: "feature-adoption", actions: ["education", "offer"] } });
    const facts = aCustomer({ lastEventMs: ago(1), visits90: 5, lastOrderMs: ago(90) });
    const { decision } = await decideOne(plan, facts);
    expect(decision).toMatchObject({ segment: "browsing", action: "education", offerId: null });
  });
});
