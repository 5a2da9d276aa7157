import { longText } from "@/server/domain/intake/plain-text";
import { ticketKind } from "@/server/domain/intake/ticket-kind";
import { type TicketDraft, upsertTickets } from "@/server/store/tickets.sql";
import { RowReader, WHO_FIELDS, type Who } from "./cell-readers";
import { type Cells, importKind, type Reader, type ReadRow } from "./contract";
import { customersNamed } from "./customers-of-rows";

const MAX_TEXT = 20_000;
const FIELDS = [
  {
    name: "ticket",
    title: "Ticket number",
    aliases: ["ticketId", "ref", "reference", "case", "caseNumber", "id"],
    required: true,
  },
  ...WHO_FIELDS,
  {
    name: "openedAt",
    title: "Opened at",
    aliases: ["opened", "createdAt", "created", "date", "at"],
    required: true,
  },
  { name: "closedAt", title: "Closed at", aliases: ["closed", "resolvedAt", "solvedAt", "resolved"] },
  { name: "kind", title: "Kind", aliases: ["type", "category", "topic", "reason"] },
  { name: "subject", title: "Subject", aliases: ["title", "summary"] },
  { name: "text", title: "Text", aliases: ["body", "description", "message", "content"] },
] as const;

type TicketRow = { who: Who; ticket: Omit<TicketDraft, "customerId"> };

function read(cells: Cells, reader: Reader): ReadRow<TicketRow> {
  const row = new RowReader(cells, reader);
  const ref = row.need("ticket", "no ticket number", row.id);
  const who = row.who();
  const openedMs = row.need("openedAt", "no date", row.instant);
  const closedMs = row.read("closedAt", row.instant);
  const subject = row.read("subject", row.text) ?? "";
  const text = row.read("text", (body) => longText(body, MAX_TEXT)) ?? "";
  if (openedMs !== null && closedMs !== null && closedMs < openedMs)
    row.fault("closedAt", "closed before it was opened");
  if (row.faults.length > 0 || ref === null || who === null || openedMs === null)
    return { faults: row.faults };
  const kind = ticketKind(cells("kind") || `${subject} ${text}`);
  return { row: { who, ticket: { ref, kind, openedMs, closedMs, subject, text } } };
}

/** Support tickets, sealed with the person's key. Without a kind the words tell it. */
export const tickets = importKind<TicketRow>({
  title: "Support tickets",
  holds: "One ticket a row: number, customer, kind, when it was opened and closed, subject, text.",
  fields: FIELDS,
  read,
  async write(batch, rows) {
    const ids = await customersNamed(
      batch,
      rows.map(({ row }) => row.who),
    );
    const drafts = rows.flatMap(({ line, row }, i) => {
      const customerId = ids[i];
      return customerId == null ? [] : [{ line, ticket: { ...row.ticket, customerId } }];
    });
    const written = await upsertTickets(batch.bulk, batch.vault, drafts);
    const unknown = rows.filter((_, i) => ids[i] === null);
    return {
      faults: [
        ...unknown.map(({ line }) => ({ line, field: "customer", reason: "no such customer" })),
        ...written.foreign.map((line) => ({
          line,
          field: "ticket",
          reason: "the ticket belongs to another customer",
        })),
      ],
      counts: { ticketsChanged: written.changed },
    };
  },
});
