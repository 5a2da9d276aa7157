import fc from "fast-check";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/server/domain/time";

/** One event as a client sends it, and when it was made, milliseconds after the beginning. */
export type Made = { ms: number; body: Record<string, unknown> };

const PEOPLE = 3;
const NAMES = ["Ada", "Bo", "Cy"];
const CITIES = ["Leeds", "York", null];

/**
 * What some people did within a week: pages and products on their own devices, signed in or not; words about themselves
 * that change; orders that are reported more than once; a number that replaces another. Nothing contradicts itself
 * about who is who: each has own devices, numbers and addresses.
 */
export const history: fc.Arbitrary<Made[]> = fc
  .array(
    fc.record({
      person: fc.nat({ max: PEOPLE - 1 }),
      device: fc.nat({ max: 1 }),
      signedIn: fc.constantFrom("no", "yes", "by the old number"),
      kind: fc.constantFrom("page", "track", "identify", "name", "mail", "order"),
      choice: fc.nat({ max: 2 }),
      ms: fc.nat({ max: 7 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS),
    }),
    { minLength: 5, maxLength: 40 },
  )
  .map((made) => [
    ...made.map((one, i) => ({ ms: one.ms, body: { messageId: `m${i}`, ...bodyOf(one) } })),
    ...Array.from({ length: PEOPLE }, (_, person) => ({ ms: 0, body: alias(person) })),
  ]);

const alias = (person: number) => ({
  messageId: `alias${person}`,
  type: "alias",
  userId: `u${person}`,
  previousId: `old${person}`,
});

type Drawn = { person: number; device: number; signedIn: string; kind: string; choice: number };

function bodyOf({ person, device, signedIn, kind, choice }: Drawn): Record<string, unknown> {
  const numbers: Record<string, string> = { yes: `u${person}`, "by the old number": `old${person}` };
  const who = { anonymousId: `d${person}-${device}`, userId: numbers[signedIn] ?? null };
  const event = (name: string, properties: object) => ({ type: "track", ...who, event: name, properties });
  switch (kind) {
    case "page":
      return { type: "page", ...who, name: "Home" };
    case "track":
      return event("Product Viewed", { sku: `S${choice}` });
    case "identify":
      return { type: "identify", ...who, traits: { email: `p${person}@example.test` } };
    case "name":
      return {
        type: "identify",
        ...who,
        traits: { firstName: NAMES[choice], city: CITIES[choice], vip: choice === 1 },
      };
    case "mail":
      return {
        type: "identify",
        ...who,
        traits: { country: ["GB", "DE", "FR"][choice], phone: `+4420794600${10 + person}` },
      };
    default:
      return event("Order Completed", {
        order_id: `o${person}-${choice}`,
        total: 10 + choice + device,
        products: [{ sku: `S${choice}`, price: 10 + choice + device }],
      });
  }
}

/** Every identifier that a history may use, with its kind. */
export const IDENTIFIERS = Array.from({ length: PEOPLE }, (_, person) => [
  { kind: "user" as const, value: `u${person}` },
  { kind: "user" as const, value: `old${person}` },
  { kind: "anonymous" as const, value: `d${person}-0` },
  { kind: "anonymous" as const, value: `d${person}-1` },
  { kind: "email" as const, value: `p${person}@example.test` },
]).flat();

/** The same events five times each, in any order, up to 72 hours late, in batches of any size. */
export const deliveries = (made: readonly Made[]): fc.Arbitrary<{ batch: Made[]; receivedMs: number }[]> => {
  const five = made.flatMap((one) => Array.from({ length: 5 }, () => one));
  return fc
    .tuple(
      fc.shuffledSubarray(five, { minLength: five.length }),
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: five.length, maxLength: five.length }),
      fc.array(fc.nat({ max: 72 }), { minLength: five.length, maxLength: five.length }),
    )
    .map(([shuffled, sizes, hoursLate]) => {
      const batches: { batch: Made[]; receivedMs: number }[] = [];
      for (let at = 0; at < shuffled.length; at += sizes[batches.length - 1] ?? 1) {
        const batch = shuffled.slice(at, at + (sizes[batches.length] ?? 1));
        const late = (hoursLate[batches.length] ?? 0) * HOUR_MS;
        batches.push({ batch, receivedMs: 7 * DAY_MS + late });
      }
      return batches;
    });
};
