/** A handful of people who bought often in the last year and went quiet, as a shop would export them. */
const PEOPLE = 12;
const DAY_MS = 86_400_000;
const QUIET_DAYS = [100, 130, 160, 190, 220, 250];

const numbers = Array.from({ length: PEOPLE }, (_, i) => i + 1);
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const csv = (header: string, rows: readonly string[]) => Buffer.from(`${header}\n${rows.join("\n")}\n`);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "text/csv", buffer });

export const customersFile = file(
  "customers.csv",
  csv("customer_id,email,first_name,last_name,country,time_zone", [
    ...numbers.map((n) => `K${n},kea${n}@example.test,Kea${n},Tui,NZ,Pacific/Auckland`),
    "K99,not an address,Bad,Row,NZ,Pacific/Auckland",
  ]),
);

export const ordersFile = file(
  "orders.csv",
  csv(
    "order_id,customer_id,date,total,currency",
    numbers.flatMap((n) =>
      QUIET_DAYS.map((days) => `KO-${n}-${days},K${n},${daysAgo(days + n / 10)},4${n % 10}.50,USD`),
    ),
  ),
);

export const consentsFile = file(
  "consents.csv",
  csv(
    "customer_id,channel,state,date",
    numbers.map((n) => `K${n},email,granted,${daysAgo(300)}`),
  ),
);

export const peopleCount = PEOPLE;
