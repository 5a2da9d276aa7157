import type { Sql } from "./database";
import type { TimelineEntry } from "./review-context";

/** What the timeline can be narrowed to. */
export const TIMELINE_SHOWS = ["all", "messages", "orders", "behaviour", "consent"] as const;
export type TimelineShow = (typeof TIMELINE_SHOWS)[number];

/** A place in a timeline: an instant, and of what happened at that instant the entry. */
export type TimelinePlace = { atMs: number; key: string };
export type PlacedEntry = TimelineEntry & TimelinePlace;

type Part = {
  kind: TimelineEntry["kind"];
  shows: readonly TimelineShow[];
  name: string;
  detail: string;
  value?: string;
  from: string;
  at: string;
  /** tells entries of one kind and instant apart */
  key: string;
  of: string;
  where?: string;
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
    shows: ["messages"],
    name: "t.verdict",
    detail: "concat_ws(' · ', c.name, nullif(array_to_string(t.reasons, ', '), ''))",
    from: "decisions t JOIN campaigns c ON c.id = t.campaign_id",
    at: "t.at",
    key: "t.run_id",
    of: "t",
  },
  {
    kind: "decision",
    shows: ["messages"],
    name: "r.state",
    detail: "concat_ws(' · ', c.name, r.reason_code)",
    from: "decisions t JOIN review_items r USING (run_id, customer_id) JOIN campaigns c ON c.id = t.campaign_id",
    at: "r.decided_at",
    key: "'review' || r.id",
    of: "t",
    where: "r.decided_at IS NOT NULL",
  },
];

// $1: the customer's numbers, $2 and $3: the place to begin after, $4: how many
function partSql({ kind, name, detail, value = "NULL", from, at, key, of, where = "true" }: Part): string {
  const place = `('${kind}' || ${key}) COLLATE "C"`;
  return `(SELECT ${at} AS at, '${kind}' AS kind, ${name} AS name, ${detail} AS detail, ${value}::float8 AS "valueMinor",
      round(date_part('epoch', ${at}) * 1000) AS "atMs", ${place} AS key
    FROM ${from} WHERE ${of}.customer_id = ANY($1::int[]) AND ${where} AND ${at} <= $2::timestamptz
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
