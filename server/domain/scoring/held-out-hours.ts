import { floatAt, intAt } from "../stats/at";
import { type Estimate, Z_TWO_SIDED } from "../stats/estimate";
import { fitHours, type HourCounts, levelOf, rateAt } from "./send-hours";

/** Messages, one a row: to whom, when, at which hour of that person's own clock, and whether it was opened (1 or 0). */
export type SentMessages = {
  customers: number;
  customer: Int32Array;
  hour: Int32Array;
  opened: Int32Array;
  atMs: Float64Array;
};

/** How likely the last message of each customer was as it went, by what was known before: mean logs, higher is better. */
export type HeldOutHours = {
  messages: number;
  /** one rate for all hours and people */
  uniform: number;
  /** the company's rate at the hour */
  company: number;
  /** the person's own rate, whatever the hour */
  person: number;
  /** the person's own rate at the hour */
  personAndHour: number;
  /** what person and hour add to the company's hour, per message */
  gain: Estimate;
};

/** Counts the messages by customer and hour; `isCounted` may leave some out. */
export function countHours(sent: SentMessages, isCounted: (row: number) => boolean): HourCounts {
  const counts: HourCounts = {
    customers: sent.customers,
    sent: new Int32Array(sent.customers * 24),
    opened: new Int32Array(sent.customers * 24),
  };
  for (let row = 0; row < sent.customer.length; row++) {
    if (!isCounted(row)) continue;
    const cell = intAt(sent.customer, row) * 24 + intAt(sent.hour, row);
    counts.sent[cell] = intAt(counts.sent, cell) + 1;
    counts.opened[cell] = intAt(counts.opened, cell) + intAt(sent.opened, row);
  }
  return counts;
}

/**
 * Holds the last message of each customer with two or more back, fits on the others, and asks how likely what happened was.
 * Null where nobody has two messages, or the others tell no hours apart.
 */
export function heldOutHours(sent: SentMessages): HeldOutHours | null {
  const held = lastRows(sent);
  const isHeld = new Set(held);
  const counts = countHours(sent, (row) => !isHeld.has(row));
  const model = held.length === 0 ? null : fitHours(counts);
  if (model === null) return null;
  const logs = held.map((row) => {
    const customer = intAt(sent.customer, row);
    const hour = intAt(sent.hour, row);
    const level = levelOf(counts, customer, model);
    const logOf = (rate: number) => Math.log(intAt(sent.opened, row) === 1 ? rate : 1 - rate);
    return {
      uniform: logOf(model.overall),
      company: logOf(floatAt(model.company, hour)),
      person: logOf(level),
      personAndHour: logOf(rateAt(counts, customer, hour, level, model)),
    };
  });
  const mean = (of: (log: (typeof logs)[number]) => number) =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const gain = mean((log) => log.personAndHour - log.company);
  const variance = mean((log) => (log.personAndHour - log.company - gain) ** 2);
  const half = Z_TWO_SIDED * Math.sqrt(variance / Math.max(1, logs.length - 1));
  return {
    messages: held.length,
    uniform: mean((log) => log.uniform),
    company: mean((log) => log.company),
    person: mean((log) => log.person),
    personAndHour: mean((log) => log.personAndHour),
    gain: { value: gain, low: gain - half, high: gain + half },
  };
}

/** The last message of each customer who got two or more. */
function lastRows({ customers, customer, atMs }: SentMessages): number[] {
  const last = new Int32Array(customers).fill(-1);
  const messages = new Int32Array(customers);
  for (let row = 0; row < customer.length; row++) {
    const who = intAt(customer, row);
    const known = intAt(last, who);
    messages[who] = intAt(messages, who) + 1;
    if (known < 0 || floatAt(atMs, row) >= floatAt(atMs, known)) last[who] = row;
  }
  return [...last].filter((row, who) => row >= 0 && intAt(messages, who) >= 2);
}
