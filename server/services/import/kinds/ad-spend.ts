import { readCurrency } from "@/server/domain/intake/currency";
import { instantOfWall } from "@/server/domain/intake/wall-clock";
import { addSpend, prepareSpend, type SpendDraft } from "@/server/store/imports-spend.sql";
import { RowReader } from "./cell-readers";
import { type Cells, importKind, type Reader, type ReadRow } from "./contract";

const FIELDS = [
  { name: "day", title: "Day", aliases: ["date", "datum", "reportDate"], required: true },
  { name: "channel", title: "Channel", aliases: ["network", "source", "platform", "medium"], required: true },
  { name: "campaign", title: "Campaign", aliases: ["campaignName", "name", "adSet"] },
  {
    name: "amount",
    title: "Amount",
    aliases: ["spend", "cost", "amountSpent", "costs", "budgetSpent"],
    required: true,
  },
  { name: "currency", title: "Currency", aliases: ["currencyCode"] },
] as const;

function read(cells: Cells, reader: Reader): ReadRow<SpendDraft> {
  // a day is a date of the calendar: no zone may move it
  const row = new RowReader(cells, { ...reader, timeZone: "UTC" });
  const dayMs = row.need("day", "no date", row.instant);
  if (dayMs !== null && !row.isChosen(instantOfWall(dayMs, reader.timeZone))) return null;
  const channel = row.need("channel", "no channel", row.text);
  const campaign = row.read("campaign", row.text) ?? "";
  const currency = row.read("currency", readCurrency) ?? reader.currency;
  const amountMinor = row.need("amount", "no amount", row.minor(currency));
  if (amountMinor !== null && amountMinor < 0) row.fault("amount", "below nothing");
  if (row.faults.length > 0 || dayMs === null || channel === null || amountMinor === null)
    return { faults: row.faults };
  const day = new Date(dayMs).toISOString().slice(0, 10);
  return { row: { day, channel: channel.toLowerCase(), campaign, amountMinor, currency } };
}

/** What advertising cost. Rows of one day, channel and campaign are added up; a later file replaces their sum. */
export const adSpend = importKind<SpendDraft>({
  title: "Advertising spend",
  holds: "What was spent on a day, in a channel, for a campaign.",
  fields: FIELDS,
  read,
  prepare: prepareSpend,
  async write({ bulk }, rows) {
    const { changed, mixed } = await addSpend(bulk, rows);
    const faults = mixed.map((line) => ({
      line,
      field: "currency",
      reason: "another currency on the same day, channel and campaign",
    }));
    return { faults, counts: { spendChanged: changed } };
  },
});
