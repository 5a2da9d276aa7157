import type { Sql } from "./database";
import type { TimelineEntry } from "./review-context";

/** What the timeline can be narrowed to. */
export const TIMELINE_SHOWS = [
  "all",
  "decisions",
  "messages",
  "orders",
  "behaviour",
  "consent",
  "edits",
] as const;
export type TimelineShow = (typeof TIMELINE_SHOWS)[number];

/** A place in a timeline: an instant, and of what happened at that instant the entry. */
export type TimelinePlace = { atMs: number; key: string };
export type PlacedEntry = Omit<TimelineEntry, "kind"> & { kind: EntryKind } & TimelinePlace;

/** `holdout`: a person kept them out or let them in again; `edit`: what a person or the machinery changed, by the audit. */
export type EntryKind = TimelineEntry["kind"] | "holdout" | "suppression" | "edit";

type Part = {
  kind: EntryKind;
  shows: readonly TimelineShow[];
  name: string;
  detail: string;
  value?: string;
  from: string;
  at: string;
  /** tells entries of one kind and instant apart */
  key: string;
  of: string;
  /** whose: the customer's numbers are $1 */
  whose?: string;
  where?: string;
  /** left out of the raw row: what is sealed */
  sealed?: string;
};

/** Each is a backward scan of an index on (customer, instant). No personal data: numbers, names of events, kinds. */
const PARTS: readonly Part[] = [
  {
    kind: "order",
    shows: ["orders"],
    name: "'ordered'",
    detail: "t.ref",
    value: "t.revenue_minor",
    from: "orders t",
    at: "t.at",
    key: "t.id",
    of: "t",
  },
  {
    kind: "event",
    shows: ["behaviour"],
    name: "CASE WHEN t.name = '' THEN t.type ELSE t.name END",
    detail: "t.type",
    from: "events t",
    at: "t.at",
    key: "t.key",
    of: "t",
  },
  {
    kind: "ticket",
    shows: ["behaviour"],
    name: "t.kind",
    detail: "t.ref",
    from: "tickets t",
    at: "t.opened_at",
    key: "t.id",
    of: "t",
    sealed: "sealed",
  },
  {
    kind: "consent",
    shows: ["consent"],
    name: "t.state",
    detail: "t.channel",
    from: "consents t",
    at: "t.at",
    key: "t.id",
    of: "t",
  },
  {
    kind: "suppression",
    shows: ["consent"],
    name: "t.reason",
    detail: "t.kind",
    from: "suppressions t",
    at: "t.at",
    key: "t.kind || encode(t.hash, 'hex')",
    of: "t",
    // a person's own doing stands among the edits, with the reason
    where: "t.reason <> 'manual'",
    sealed: "hash",
  },
  {
    kind: "holdout",
    shows: ["consent", "edits"],
    name: "t.state",
    detail: "concat_ws(': ', u.name, t.reason)",
    from: "holdout_marks t LEFT JOIN users u ON t.actor = 'user:' || u.id",
    at: "t.at",
    key: "t.id",
    of: "t",
  },
  {
    kind: "edit",
    shows: ["edits"],
    name: "t.action",
    detail: "concat_ws(': ', coalesce(u.name, t.actor), t.body::jsonb #>> '{data,after,reason}')",
    from: "audit_entries t LEFT JOIN users u ON t.actor = 'user:' || u.id",
    at: "t.at",
    key: "t.block || '-' || t.n",
    of: "t",
    whose: "t.entity_type = 'customer' AND t.entity_id = ANY($1::int[]::text[])",
    // a holdout's own row says it already
    where: "t.action <> 'customer.set-holdout'",
  },
  {
    kind: "sent",
    shows: ["messages"],
    name: "t.channel",
    detail: "c.name",
    from: "touches t JOIN campaigns c ON c.id = t.campaign_id",
    at: "t.at",
    key: "t.outbox_id",
    of: "t",
  },
  {
    kind: "outcome",
    shows: ["messages"],
    name: "t.kind",
    detail: "t.detail",
    value: "t.value_minor",
    from: "outcomes t",
    at: "t.at",
    key: "t.id",
    of: "t",
    where: "NOT t.bot",
  },
  {
    kind: "decision",
    shows: ["decisions"],
    name: "t.verdict",
    detail: "concat_ws(' · ', c.name, nullif(array_to_string(t.reasons, ', '), ''))",
    from: "decisions t JOIN campaigns c ON c.id = t.campaign_id",
    at: "t.at",
    key: "t.run_id",
    of: "t",
  },
  {
    kind: "decision",
    shows: ["decisions"],
    name: "r.state",
    detail: "concat_ws(' · ', c.name, r.reason_code)",
    from: "decisions t JOIN review_items r USING (run_id, customer_id) JOIN campaigns c ON c.id = t.campaign_id",
    at: "r.decided_at",
    key: "'review' || r.id",
    of: "t",
    where: "r.decided_at IS NOT NULL",
  },
];

const placeOf = ({ kind, key }: Part) => `('${kind}' || ${key}) COLLATE "C"`;
const whoseOf = ({ whose, of }: Part) => whose ?? `${of}.customer_id = ANY($1::int[])`;

// $1: the customer's numbers, $2 and $3: the place to begin after, $4: how many
function partSql(part: Part): string {
  const { kind, name, detail, value = "NULL", from, at, where = "true" } = part;
  const place = placeOf(part);
  return `(SELECT ${at} AS at, '${kind}' AS kind, ${name} AS name, ${detail} AS detail, ${value}::float8 AS "valueMinor",
      round(date_part('epoch', ${at}) * 1000) AS "atMs", ${place} AS key
    FROM ${from} WHERE ${whoseOf(part)} AND ${where} AND ${at} <= $2::timestamptz
      AND (${at} < $2::timestamptz OR ${place} < $3)
    ORDER BY ${at} DESC, ${place} DESC LIMIT $4::int)`;
}

const queryFor = (show: TimelineShow): string =>
  `SELECT * FROM (${PARTS.filter(({ shows }) => show === "all" || shows.includes(show))
    .map(partSql)
    .join(" UNION ALL ")}) entries ORDER BY at DESC, key DESC LIMIT $4::int`;

/** Above every key: the beginning of an instant. */
const ABOVE_ALL = "~";

/** What happened with a customer, newest first, from a place on. `ids` are all the numbers that their rows stand under. */
export const timelinePage = (
  sql: Sql,
  ids: readonly number[],
  show: TimelineShow,
  page: { after: TimelinePlace | null; now: Date; limit: number },
): Promise<PlacedEntry[]> =>
  sql.rows<PlacedEntry>(queryFor(show), [
    ids,
    page.after === null ? page.now : new Date(page.after.atMs),
    page.after?.key ?? ABOVE_ALL,
    page.limit,
  ]);

/** One entry's row as it is stored, without what is sealed; null where there is none at that place. */
export async function timelineRow(
  sql: Sql,
  ids: readonly number[],
  { atMs, key }: TimelinePlace,
): Promise<unknown> {
  const parts = PARTS.map(
    (
      part,
    ) => `(SELECT to_jsonb(t)${part.sealed === undefined ? "" : ` - '${part.sealed}'`} AS row FROM ${part.from}
      WHERE ${whoseOf(part)} AND ${part.where ?? "true"} AND ${part.at} = $2::timestamptz AND ${placeOf(part)} = $3 LIMIT 1)`,
  );
  const [found] = await sql.rows<{ row: unknown }>(`${parts.join(" UNION ALL ")} LIMIT 1`, [
    ids,
    new Date(atMs),
    key,
  ]);
  return found?.row ?? null;
}
