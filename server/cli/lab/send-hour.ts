import { instantNamed } from "@/server/domain/intake/instant";
import { offsetAt } from "@/server/domain/intake/wall-clock";
import { readYesNo } from "@/server/domain/intake/yes-no";
import { countHours, heldOutHours, type SentMessages } from "@/server/domain/scoring/held-out-hours";
import { bestHour, fitHours, type HourCounts, type HourModel } from "@/server/domain/scoring/send-hours";
import { HOUR_MS, isTimeZone } from "@/server/domain/time";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { writeCsv } from "./csv-output";
import type { Flags } from "./flags";
import { DATE_OPTIONS, readInstants } from "./instants";
import { numbered } from "./numbered";
import { foundColumn, neededColumn, readTable, type Table } from "./table";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const CUSTOMER = ["customer", "customer_id", "person", "recipient", "user", "user_id", "id"];
const INSTANT = ["instant", "sent_at", "at", "sent", "timestamp", "datetime", "date", "time"];
const OPENED = ["opened", "open", "is_opened", "opens", "opened_at"];
const ZONE = ["zone", "time_zone", "tz"];

/** Somebody who never got a message: the company's hour is best. */
const STRANGER: HourCounts = { customers: 1, sent: new Int32Array(24), opened: new Int32Array(24) };

type LeftOut = { noCustomer: number; zoneUnknown: number };

/** When each customer is most likely to open. */
export const sendHour: LabCommand = {
  usage: "send-hour FILE [--default-zone ZONE] [--out FILE]",
  about: "The hour, on each customer's own clock, at which a message is most likely to be opened.",
  options: {
    ...DATE_OPTIONS,
    customer: { type: "string" },
    instant: { type: "string" },
    opened: { type: "string" },
    zone: { type: "string" },
    "default-zone": { type: "string" },
    out: { type: "string" },
  },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const { sent, names, leftOut } = messagesOf(await readTable(file), flags);
    const counts = countHours(sent, () => true);
    const model = fitHours(counts);
    if (model === null)
      throw new BadInput("--opened", "all messages were opened, or none: nothing tells hours apart");
    const best = names.map((_, customer) => bestHour(counts, customer, model));
    if (flags.has("out")) await writeHours(flags.needed("out"), names, counts, best);
    return {
      messages: sent.customer.length,
      opened: sent.opened.reduce((sum, opened) => sum + opened, 0),
      customers: names.length,
      leftOut,
      company: companyHours(model, counts),
      bestHour: bestHour(STRANGER, 0, model).hour,
      chosenHours: Object.fromEntries(
        HOURS.map((hour) => [hour, best.filter((one) => one.hour === hour).length]).filter(
          ([, n]) => n !== 0,
        ),
      ),
      priorMessages: {
        hour: model.companyStrength,
        person: model.levelStrength,
        personAndHour: model.hourStrength,
      },
      heldOut: heldOutHours(sent),
    };
  },
};

function messagesOf(table: Table, flags: Flags): { sent: SentMessages; names: string[]; leftOut: LeftOut } {
  const customer = neededColumn(table, "customer", flags.text("customer"), CUSTOMER);
  const instant = neededColumn(table, "instant", flags.text("instant"), INSTANT);
  const opened = neededColumn(table, "opened", flags.text("opened"), OPENED);
  const zone = foundColumn(table, "zone", flags.text("zone"), ZONE);
  const fallback = flags.text("default-zone");
  if (fallback !== null && !isTimeZone(fallback))
    throw new BadInput(
      "--default-zone",
      `must be an IANA zone such as Europe/Berlin, not ${JSON.stringify(fallback)}`,
    );
  if (zone === null && fallback === null)
    throw new BadInput(
      "--zone",
      `name the column of time zones, or give --default-zone; there are ${table.header.join(", ")}`,
    );
  const zoneOf = (row: number): string | null => {
    const own = zone?.[row]?.trim() ?? "";
    return own !== "" && isTimeZone(own) ? own : fallback;
  };
  const leftOut: LeftOut = { noCustomer: 0, zoneUnknown: 0 };
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if ((customer[row] ?? "").trim() === "") leftOut.noCustomer++;
    else if (zoneOf(row) === null) leftOut.zoneUnknown++;
    else kept.push(row);
  }
  if (kept.length === 0) throw new BadInput(table.file, "holds no message to a customer whose zone is known");
  const rows = Int32Array.from(kept);
  const atMs = readInstants(instant, "--instant", flags, rows);
  const { names, at } = numbered(customer, rows);
  const sent = {
    customers: names.length,
    customer: at,
    hour: Int32Array.from(rows, (row, i) => hourOn(zoneOf(row) ?? "UTC", atMs[i] ?? 0)),
    opened: Int32Array.from(rows, (row) => wasOpened(opened[row] ?? "", row)),
    atMs,
  };
  return { sent, names, leftOut };
}

/** The hour, 0–23, that a zone's clock shows, summer time and all. */
const hourOn = (zone: string, atMs: number): number =>
  ((Math.floor((atMs + offsetAt(atMs, zone)) / HOUR_MS) % 24) + 24) % 24;

/** Yes or no, or when it was opened; nothing: it was not. */
function wasOpened(text: string, row: number): number {
  if (text.trim() === "") return 0;
  const word = readYesNo(text);
  if (word.ok) return word.value ? 1 : 0;
  if (instantNamed(text, { timeZone: "UTC", dateOrder: "ymd" }) !== null) return 1;
  throw new BadInput("--opened", `row ${row + 1} says ${JSON.stringify(text)}, neither yes nor no nor when`);
}

/** What the company sent and saw opened by hour; the rate is the shrunk one, null where nothing was sent. */
function companyHours({ company, companySent }: HourModel, { opened }: HourCounts) {
  const openedAt = HOURS.map(() => 0);
  for (const [cell, n] of opened.entries()) openedAt[cell % 24] = (openedAt[cell % 24] ?? 0) + n;
  return HOURS.map((hour) => {
    const sent = companySent[hour] ?? 0;
    return { hour, sent, opened: openedAt[hour] ?? 0, rate: sent === 0 ? null : (company[hour] ?? 0) };
  });
}

function writeHours(
  file: string,
  names: readonly string[],
  { sent, opened }: HourCounts,
  best: readonly { hour: number; rate: number }[],
): Promise<void> {
  const sumOf = (cells: Int32Array, customer: number) =>
    cells.subarray(customer * 24, customer * 24 + 24).reduce((sum, n) => sum + n, 0);
  return writeCsv(file, ["customer", "messages", "opened", "bestHour", "openRate"], names.length, (i) => [
    names[i] ?? "",
    sumOf(sent, i),
    sumOf(opened, i),
    best[i]?.hour ?? 0,
    best[i]?.rate ?? 0,
  ]);
}
