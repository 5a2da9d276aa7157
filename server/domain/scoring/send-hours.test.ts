import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { gammaDraw } from "../stats/gamma-draw";
import { countHours, heldOutHours, type SentMessages } from "./held-out-hours";
import { bestHour, fitHours, levelOf, rateAt } from "./send-hours";

const HOURS_OF_SENDING = [7, 9, 12, 15, 18, 20];
type World = { customers: number; messages: number; rateOf: (customer: number, hour: number) => number };

/** Messages at hours drawn at random, opened at the true rates. */
function drawMessages({ customers, messages, rateOf }: World, random: () => number): SentMessages {
  const rows = Array.from({ length: customers * messages }, (_, row) => {
    const customer = row % customers;
    const hour = HOURS_OF_SENDING[Math.floor(random() * HOURS_OF_SENDING.length)] ?? 9;
    return { customer, hour, opened: random() < rateOf(customer, hour) ? 1 : 0, atMs: row };
  });
  return {
    customers,
    customer: Int32Array.from(rows, ({ customer }) => customer),
    hour: Int32Array.from(rows, ({ hour }) => hour),
    opened: Int32Array.from(rows, ({ opened }) => opened),
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
  };
}

/** Rates by person: beta(2, 6). */
const levels = (customers: number, random: () => number): number[] =>
  Array.from({ length: customers }, () => {
    const one = gammaDraw(2, random);
    return one / (one + gammaDraw(6, random));
  });
const all = () => true;

describe("people who open at hours of their own (seed 31)", () => {
  const random = momentFor(0, 31, 1, 0).random;
  const customers = 1200;
  const favourite = Array.from({ length: customers }, () => HOURS_OF_SENDING[Math.floor(random() * 6)] ?? 9);
  const rateOf = (customer: number, hour: number) => (hour === favourite[customer] ? 0.6 : 0.1);
  const sent = drawMessages({ customers, messages: 36, rateOf }, random);
  const counts = countHours(sent, all);
  const model = fitHours(counts);

  test("get that hour", () => {
    const found = favourite.filter((hour, who) => model && bestHour(counts, who, model).hour === hour);
    expect(found.length / customers).toBeGreaterThan(0.9);
  });

  test("are told better by person and hour than by the company or the person alone", () => {
    const held = heldOutHours(sent);
    expect(held?.messages).toBe(customers);
    expect(held?.gain.low).toBeGreaterThan(0);
    expect(held?.personAndHour).toBeGreaterThan((held?.person ?? 0) + 0.02);
    expect(held?.company).toBeGreaterThan((held?.uniform ?? 0) - 0.01);
  });
});

describe("people who differ in how much they open, not when (seed 32)", () => {
  const random = momentFor(0, 32, 1, 0).random;
  const own = levels(2000, random);
  const evening = (hour: number) => (hour === 20 ? 1.4 : 0.9);
  const rateOf = (customer: number, hour: number) => Math.min(0.95, (own[customer] ?? 0) * evening(hour));
  const sent = drawMessages({ customers: 2000, messages: 15, rateOf }, random);
  const counts = countHours(sent, all);
  const model = fitHours(counts);

  test("nearly all get the company's best hour", () => {
    const found = own.filter((_, who) => model && bestHour(counts, who, model).hour === 20);
    expect(found.length / own.length).toBeGreaterThan(0.9);
  });

  test("the strengths say so: a level is worth some messages, an hour of one's own very many", () => {
    expect(model?.levelStrength).toBeGreaterThan(5);
    expect(model?.levelStrength).toBeLessThan(12);
    expect(model?.hourStrength).toBeGreaterThan(60);
  });

  test("hours of their own cost next to nothing in likelihood", () => {
    const held = heldOutHours(sent);
    expect(held?.gain.low).toBeGreaterThan(0.01);
    expect(held?.personAndHour).toBeGreaterThan((held?.person ?? 0) - 0.002);
  });
});

describe("people who are all alike (seed 33)", () => {
  test("are told no better by what they did: the gain is about nothing", () => {
    const random = momentFor(0, 33, 1, 0).random;
    const sent = drawMessages({ customers: 1500, messages: 12, rateOf: () => 0.25 }, random);
    const held = heldOutHours(sent);
    expect(Math.abs(held?.gain.value ?? 1)).toBeLessThan(0.003);
  });
});

test("rates are shares, and lie between what the customer did and what was expected", () => {
  const message = fc.record({ customer: fc.nat(4), hour: fc.nat(23), opened: fc.nat(1) });
  fc.assert(
    fc.property(fc.array(message, { minLength: 2, maxLength: 120 }), (rows) => {
      const counts = countHours(
        {
          customers: 5,
          customer: Int32Array.from(rows, ({ customer }) => customer),
          hour: Int32Array.from(rows, ({ hour }) => hour),
          opened: Int32Array.from(rows, ({ opened }) => opened),
          atMs: new Float64Array(rows.length),
        },
        all,
      );
      const model = fitHours(counts);
      const isOneSided = rows.every(({ opened }) => opened === rows[0]?.opened);
      expect(model === null).toBe(isOneSided);
      if (model === null) return;
      for (let customer = 0; customer < 5; customer++) {
        const best = bestHour(counts, customer, model);
        expect(rows.some(({ hour }) => hour === best.hour)).toBe(true);
        const level = levelOf(counts, customer, model);
        for (const rate of [best.rate, level, rateAt(counts, customer, 12, level, model)]) {
          expect(rate).toBeGreaterThan(0);
          expect(rate).toBeLessThan(1);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("without messages enough nothing is held out", () => {
  const sent: SentMessages = {
    customers: 2,
    customer: Int32Array.of(0, 1),
    hour: Int32Array.of(9, 10),
    opened: Int32Array.of(1, 0),
    atMs: Float64Array.of(1, 2),
  };
  expect(heldOutHours(sent)).toBeNull();
});
