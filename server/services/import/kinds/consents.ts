import {
  type ConsentChannel,
  type ConsentState,
  isNews,
  readConsentChannel,
  readConsentWord,
} from "@/server/domain/intake/consent-word";
import { plainText } from "@/server/domain/intake/plain-text";
import { type Reading, refused } from "@/server/domain/intake/reading";
import type { AuditDraft } from "@/server/store/audit";
import { type ConsentDraft, consentsInForce, insertConsents } from "@/server/store/consents.sql";
import { suppressAddresses, suppressCustomers } from "@/server/store/consents-suppressions.sql";
import { RowReader, WHO_FIELDS, type Who } from "./cell-readers";
import { type Batch, type Cells, importKind, type Placed, type Reader, type ReadRow } from "./contract";
import { customersNamed } from "./customers-of-rows";

const FIELDS = [
  ...WHO_FIELDS,
  {
    name: "state",
    title: "Granted or withdrawn",
    aliases: ["status", "consent", "subscribed", "subscription", "optIn", "emailMarketing"],
    required: true,
  },
  { name: "channel", title: "Channel", aliases: ["medium"] },
  { name: "purpose", title: "Purpose", aliases: ["list", "topic"] },
  { name: "at", title: "Since", aliases: ["date", "timestamp", "changedAt", "updatedAt", "unsubscribedAt"] },
  { name: "textVersion", title: "Text that was agreed to", aliases: ["version", "formVersion"] },
] as const;

const PURPOSE = /^[a-z][a-z\d-]{0,39}$/;
const MARKETING = "marketing";

type ConsentRow = {
  who: Who;
  state: ConsentState;
  channel: ConsentChannel;
  purpose: string;
  atMs: number | null;
  textVersion: string | null;
};

function read(cells: Cells, reader: Reader): ReadRow<ConsentRow> {
  const row = new RowReader(cells, reader);
  const who = row.who();
  const state = row.need("state", "neither granted nor withdrawn", readConsentWord);
  const channel = row.read("channel", readConsentChannel) ?? "email";
  const purpose = row.read("purpose", readPurpose) ?? MARKETING;
  const atMs = row.read("at", row.instant);
  const textVersion = row.read("textVersion", row.text);
  if (row.faults.length > 0 || who === null || state === null) return { faults: row.faults };
  return { row: { who, state, channel, purpose, atMs, textVersion } };
}

function readPurpose(text: string): Reading<string> {
  const read = plainText(text.toLowerCase(), 40);
  return read.ok && !PURPOSE.test(read.value)
    ? refused("use letters, digits and dashes, such as marketing")
    : read;
}

/** Consents and unsubscribes. Who is unsubscribed here stays so: their address goes on the suppression list, known or not. */
export const consents = importKind<ConsentRow>({
  title: "Consents and unsubscribes",
  holds: "One answer a row: customer or address, granted or withdrawn, channel, since when.",
  fields: FIELDS,
  read,
  async write(batch, rows) {
    const ids = await customersNamed(
      batch,
      rows.map(({ row }) => row.who),
    );
    const known: Known[] = rows.flatMap(({ row }, i) => {
      const customerId = ids[i];
      return customerId == null ? [] : [{ customerId, row }];
    });
    const inserted = await writeLedger(batch, known);
    const listed = await listUnsubscribed(batch, rows, known);
    const unknown = rows.filter(
      ({ row }, i) => ids[i] === null && !(isUnsubscribe(row) && "email" in row.who),
    );
    return {
      faults: unknown.map(({ line }) => ({ line, field: "customer", reason: "no such customer" })),
      counts: { consentsMade: inserted.length, addressesSuppressed: listed.made },
      audit: [...inserted.map((one) => entryOf(batch, one)), ...listed.entries],
    };
  },
});

type Known = { customerId: number; row: ConsentRow };

const isUnsubscribe = (row: ConsentRow): boolean =>
  row.state === "withdrawn" && row.channel === "email" && row.purpose === MARKETING;

async function writeLedger(batch: Batch, known: readonly Known[]): Promise<ConsentDraft[]> {
  const inForce = await consentsInForce(
    batch.bulk.sql,
    known.map(({ customerId }) => customerId),
  );
  const drafts: ConsentDraft[] = [];
  for (const { customerId, row } of known) {
    const { purpose, channel, state, atMs, textVersion } = row;
    const key = `${customerId}/${purpose}/${channel}`;
    if (!isNews({ state, dated: atMs !== null }, inForce.get(key) ?? null)) continue;
    if (atMs === null) inForce.set(key, state);
    const at = atMs ?? batch.atMs;
    const ref = `import:${key}/${state}/${at}`;
    drafts.push({
      customerId,
      purpose,
      channel,
      state,
      atMs: at,
      source: "import",
      textVersion,
      actor: batch.actor,
      ref,
    });
  }
  return insertConsents(batch.bulk.sql, drafts);
}

const BY_NUMBER = { addresses: ["email"], number: "always" } as const;

/** Unsubscribed addresses go on the list; customers who are unsubscribed by number go on it with whatever address they have. */
async function listUnsubscribed(batch: Batch, rows: readonly Placed<ConsentRow>[], known: readonly Known[]) {
  const { bulk, vault, now } = batch;
  const entry = { reason: "imported", source: `import:${batch.importId}` } as const;
  const emails = rows.flatMap(({ row }) =>
    isUnsubscribe(row) && "email" in row.who ? [vault.identityHash("email", row.who.email)] : [],
  );
  const ids = known.flatMap(({ customerId, row }) => (isUnsubscribe(row) ? [customerId] : []));
  const addresses = await suppressAddresses(bulk.sql, now, emails, entry);
  const listed = await suppressCustomers(bulk.sql, now, ids, BY_NUMBER, entry);
  const customers = listed.flatMap(({ kind, customerId }) => (kind === "customer" ? [customerId] : []));
  // an address without a customer has no number: the audit names its keyed hash
  const entries = addresses.map((hash) =>
    suppressionEntry(batch, "address", Buffer.from(hash).toString("hex")),
  );
  return {
    made: addresses.length + customers.length,
    entries: [...entries, ...customers.map((id) => suppressionEntry(batch, "customer", String(id)))],
  };
}

const suppressionEntry = ({ actor, importId }: Batch, type: string, id: string): AuditDraft => ({
  actor,
  action: "customer.suppress",
  entity: { type, id },
  data: { reason: "imported", importId },
});

const entryOf = ({ actor, importId }: Batch, consent: ConsentDraft): AuditDraft => ({
  actor,
  action: "consent.import",
  entity: { type: "customer", id: String(consent.customerId) },
  data: {
    purpose: consent.purpose,
    channel: consent.channel,
    state: consent.state,
    at: new Date(consent.atMs),
    importId,
  },
});
