import fc from "fast-check";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import type { Population } from "@/server/domain/population";
import { DAY_MS } from "@/server/domain/time";

export const NOW_MS = Date.UTC(2026, 5, 1, 9);

const past = fc.integer({ min: 0, max: 1500 * 24 }).map((hours) => NOW_MS - (hours * DAY_MS) / 24);
const maybePast = fc.option(past);
const few = fc.nat(60);
const money = fc.nat(5_000_000);

/** Any facts that the database could give: consistent or not. */
export const anyFacts: fc.Arbitrary<CustomerFacts> = fc.record({
  country: fc.option(fc.constantFrom("DE", "GB", "IN")),
  timeZone: fc.option(fc.constantFrom("Europe/Berlin", "Asia/Kolkata", "Mars/Olympus")),
  language: fc.option(fc.constantFrom("en", "de", "xx")),
  vip: fc.boolean(),
  createdMs: past,
  firstOrderMs: maybePast,
  lastOrderMs: maybePast,
  orders: few,
  orders365: few,
  spendMinor: money,
  spend365Minor: money,
  ownCurrencyOrders: few,
  foreignOrders365: fc.nat(3),
  orderHourUtc: fc.option(fc.nat(23)),
  lastEventMs: maybePast,
  events30: few,
  eventsPrev30: few,
  visits90: fc.nat(90),
  busiestHourUtc: fc.option(fc.nat(23)),
  emails7: few,
  emails90: few,
  lastEmailMs: maybePast,
  recentEmailsMs: fc.array(past, { maxLength: 6 }),
  opens90: few,
  clicks90: few,
  hardBounces: fc.nat(5),
  hasEmail: fc.boolean(),
  emailConsent: fc.constantFrom("granted", "withdrawn", null),
  emailSuppression: fc.option(fc.constantFrom("unsubscribed", "hard-bounce", "complaint")),
  keptOut: fc.boolean(),
  openTickets: fc.nat(3),
  openComplaints: fc.nat(3),
  openSensitive: fc.nat(2),
});

const cuts = (each: fc.Arbitrary<number>) =>
  fc.array(each, { minLength: 4, maxLength: 4 }).map((points) => points.sort((a, b) => a - b));

/** Any company's customers, together. */
export const anyPopulation: fc.Arbitrary<Population> = fc.record({
  buyers: fc.nat(100_000),
  silenceDaysCuts: cuts(fc.nat(1000)),
  ordersCuts: cuts(fc.nat(30)),
  spendMinorCuts: cuts(money),
  averageOrderMinor: fc.option(fc.integer({ min: 1, max: 100_000 })),
  margin: fc.option(fc.double({ min: -0.5, max: 1, noNaN: true })),
});
