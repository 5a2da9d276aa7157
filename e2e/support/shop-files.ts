const DAY_MS = 86_400_000;
const QUIET_DAYS = [100, 130, 160, 190, 220, 250];

type Shop = {
  /** before each number of a customer */
  prefix: string;
  firstName: string;
  country: string;
  timeZone: string;
  people: number;
};

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const csv = (header: string, rows: readonly string[]) => Buffer.from(`${header}\n${rows.join("\n")}\n`);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "text/csv", buffer });

/** A handful of people who bought often in the last year and went quiet, as a shop would export them. `more` are rows as they stand. */
export function shopFiles(
  { prefix, firstName, country, timeZone, people }: Shop,
  more: readonly string[] = [],
) {
  const numbers = Array.from({ length: people }, (_, i) => i + 1);
  const idOf = (n: number) => `${prefix}${n}`;
  return {
    customers: file(
      "customers.csv",
      csv("customer_id,email,first_name,last_name,country,time_zone", [
        ...numbers.map(
          (n) =>
            `${idOf(n)},${firstName.toLowerCase()}${n}@example.test,${firstName}${n},Tui,${country},${timeZone}`,
        ),
        ...more,
      ]),
    ),
    orders: file(
      "orders.csv",
      csv(
        "order_id,customer_id,date,total,currency",
        numbers.flatMap((n) =>
          QUIET_DAYS.map(
            (days) => `${prefix}O-${n}-${days},${idOf(n)},${daysAgo(days + n / 10)},4${n % 10}.50,USD`,
          ),
        ),
      ),
    ),
    consents: file(
      "consents.csv",
      csv(
        "customer_id,channel,state,date",
        numbers.map((n) => `${idOf(n)},email,granted,${daysAgo(300)}`),
      ),
    ),
  };
}
