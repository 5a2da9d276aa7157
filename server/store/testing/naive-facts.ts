import type { CustomerFacts } from "@/server/domain/customer-facts";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "../database";

type Row = Record<string, unknown> & { customer_id: number };
export type RawRows = Record<
  | "customers"
  | "orders"
  | "events"
  | "outbox"
  | "outcomes"
  | "consents"
  | "suppressions"
  | "holdout_marks"
  | "identities"
  | "tickets",
  Row[]
>;

/** All rows that facts are made of. */
export async function rawRows(sql: Sql): Promise<RawRows> {
  const all = (table: string, id = "customer_id") =>
    sql.rows<Row>(`SELECT *, ${id} AS customer_id FROM ${table}`);
  return {
    customers: await all("customers", "id"),
    orders: await all("orders"),
    events: await all("events"),
    outbox: await all("outbox"),
    outcomes: await all("outcomes"),
    consents: await all("consents"),
    suppressions: await all("suppressions"),
    holdout_marks: await all("holdout_marks"),
    identities: await all("identities"),
    tickets: await all("tickets"),
  };
}

const timeOf = (row: Row, column = "at") => (row[column] as Date).getTime();

/** The facts of one customer, counted in the plainest way from the rows. */
export function naiveFacts(raw: RawRows, id: number, now: Date): CustomerFacts {
  const customer = raw.customers.find((row) => row.customer_id === id) ?? ({ customer_id: id } as Row);
  return {
    country: customer.country as string | null,
    timeZone: customer.time_zone as string | null,
    language: customer.language as string | null,
    vip: customer.vip as boolean,
    createdMs: timeOf(customer, "created_at"),
    hasEmail: customer.has_email as boolean,
    ...orderFacts(raw, id, now.getTime()),
    ...eventFacts(raw, id, now.getTime()),
    ...messageFacts(raw, id, now.getTime()),
    ...permissionFacts(raw, id, now.getTime()),
    ...ticketFacts(raw, id, now.getTime()),
  };
}

const of = (rows: Row[], id: number, now: number, column = "at") =>
  rows
    .filter((row) => row.customer_id === id && row[column] !== null && timeOf(row, column) <= now)
    .sort((a, b) => timeOf(a, column) - timeOf(b, column));
const within = (rows: Row[], now: number, days: number, column = "at") =>
  rows.filter((row) => timeOf(row, column) > now - days * DAY_MS);
const sum = (rows: Row[]) =>
  rows.filter((row) => row.currency === "GBP").reduce((total, row) => total + Number(row.revenue_minor), 0);
const first = (rows: Row[], column = "at") => (rows[0] === undefined ? null : timeOf(rows[0], column));
const last = (rows: Row[], column = "at") => first(rows.slice(-1), column);

function commonHour(rows: Row[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const hour = new Date(timeOf(row)).getUTCHours();
    counts.set(hour, (counts.get(hour) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
  return best?.[0] ?? null;
}

function orderFacts(raw: RawRows, id: number, now: number) {
  const orders = of(raw.orders, id, now);
  const year = within(orders, now, 365);
  return {
    firstOrderMs: first(orders),
    lastOrderMs: last(orders),
    orders: orders.length,
    orders365: year.length,
    spendMinor: sum(orders),
    spend365Minor: sum(year),
    ownCurrencyOrders: orders.filter((row) => row.currency === "GBP").length,
    foreignOrders365: year.filter((row) => row.currency !== "GBP").length,
    orderHourUtc: commonHour(orders),
  };
}

function eventFacts(raw: RawRows, id: number, now: number) {
  const events = within(of(raw.events, id, now), now, 365);
  const days = within(events, now, 90).map((row) => Math.trunc((now - timeOf(row)) / DAY_MS));
  const month = within(events, now, 30).length;
  return {
    lastEventMs: last(events),
    events30: month,
    eventsPrev30: within(events, now, 60).length - month,
    visits90: new Set(days).size,
    busiestHourUtc: commonHour(events),
  };
}

function messageFacts(raw: RawRows, id: number, now: number) {
  const left = ["claimed", "sent", "uncertain"];
  const mails = within(of(raw.outbox, id, now, "claimed_at"), now, 365, "claimed_at").filter((row) =>
    left.includes(row.state as string),
  );
  const outcomes = of(raw.outcomes, id, now).filter((row) => row.bot === false);
  const reactions = (kind: string) =>
    new Set(within(outcomes, now, 90).flatMap((row) => (row.kind === kind ? [row.outbox_id] : []))).size;
  const hard = outcomes.filter((row) => row.kind === "bounce" && String(row.detail).startsWith("hard"));
  return {
    emails7: within(mails, now, 7, "claimed_at").length,
    emails90: within(mails, now, 90, "claimed_at").length,
    lastEmailMs: last(mails, "claimed_at"),
    recentEmailsMs: within(mails, now, 60, "claimed_at").map((row) => timeOf(row, "claimed_at")),
    opens90: reactions("open"),
    clicks90: reactions("click"),
    hardBounces: hard.length,
  };
}

function permissionFacts(raw: RawRows, id: number, now: number) {
  const asked = of(raw.consents, id, now).filter(
    (row) => row.purpose === "marketing" && row.channel === "email",
  );
  const [consent] = asked.sort((a, b) => timeOf(b) - timeOf(a) || Number(b.id) - Number(a.id));
  const hashes = raw.identities.flatMap((row) =>
    row.customer_id === id && row.kind === "email" ? [String(row.hash)] : [],
  );
  const listed = raw.suppressions.filter(
    (row) =>
      timeOf(row) <= now &&
      ((row.kind === "email" && hashes.includes(String(row.hash))) ||
        (row.customer_id === id && row.kind !== "phone")),
  );
  const [mark] = of(raw.holdout_marks, id, now).sort(
    (a, b) => timeOf(b) - timeOf(a) || Number(b.id) - Number(a.id),
  );
  const [reason] = listed.map((row) => row.reason as string).sort();
  return {
    emailConsent: (consent?.state as CustomerFacts["emailConsent"] | undefined) ?? null,
    emailSuppression: reason ?? null,
    keptOut: mark?.state === "out",
  };
}

function ticketFacts(raw: RawRows, id: number, now: number) {
  const open = of(raw.tickets, id, now, "opened_at").filter(
    (row) => row.closed_at === null || timeOf(row, "closed_at") > now,
  );
  const kinds = (...kinds: string[]) => open.filter((row) => kinds.includes(row.kind as string)).length;
  return {
    openTickets: open.length,
    openComplaints: kinds("complaint", "billing", "delivery"),
    openSensitive: kinds("legal", "bereavement"),
  };
}
