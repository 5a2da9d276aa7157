import type { Prisma } from "@/generated/prisma/client";
import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import type { CampaignState } from "@/server/domain/campaign-state";
import type { Database, Sql, Tx } from "./database";

/** A campaign with the body of its newest version. */
export type StoredCampaign = {
  id: number;
  name: string;
  state: CampaignState;
  version: number;
  body: CampaignBody;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  firstSentAt: Date | null;
};

type Row = Omit<StoredCampaign, "body"> & { body: unknown };

const SELECT = `SELECT c.id, c.name, c.state, c.version, v.body, c.created_at AS "createdAt", c.created_by AS "createdBy",
    c.updated_at AS "updatedAt", c.first_sent_at AS "firstSentAt"
  FROM campaigns c JOIN campaign_versions v ON v.campaign_id = c.id AND v.version = c.version`;

const campaignOf = (row: Row): StoredCampaign => ({ ...row, body: campaignBody.parse(row.body) });

/** One campaign with its newest body; null for an unknown id. `lock` holds the row for the rest of the transaction. */
export async function readCampaign(sql: Sql, id: number, lock = false): Promise<StoredCampaign | null> {
  const [row] = await sql.rows<Row>(`${SELECT} WHERE c.id = $1${lock ? " FOR UPDATE OF c" : ""}`, [id]);
  return row === undefined ? null : campaignOf(row);
}

/** The body of one version; null where there is none. */
export async function campaignVersion(sql: Sql, id: number, version: number): Promise<CampaignBody | null> {
  const [row] = await sql.rows<{ body: unknown }>(
    "SELECT body FROM campaign_versions WHERE campaign_id = $1 AND version = $2",
    [id, version],
  );
  return row === undefined ? null : campaignBody.parse(row.body);
}

/** Every campaign that ever ran or still may, by name, for a choice. */
export const campaignNames = (sql: Sql): Promise<{ id: number; name: string }[]> =>
  sql.rows<{ id: number; name: string }>(
    "SELECT id, name FROM campaigns WHERE state <> 'archived' ORDER BY lower(name), id LIMIT 500",
  );

export type CampaignVersionHead = { version: number; author: string; at: Date };

/** Who saved which version when, newest first. */
export const campaignVersions = (database: Database, id: number): Promise<CampaignVersionHead[]> =>
  database.prisma.campaignVersion.findMany({
    where: { campaignId: id },
    select: { version: true, author: true, at: true },
    orderBy: { version: "desc" },
    take: 100,
  });

// a parsed body is plain JSON
const json = (body: CampaignBody) => body as unknown as Prisma.InputJsonObject;

/** Inserts a draft with its first version and answers its id. */
export async function insertCampaign(tx: Tx, body: CampaignBody, author: string, at: Date): Promise<number> {
  const { id } = await tx.prisma.campaign.create({
    data: {
      name: body.name,
      goal: body.goal,
      state: "draft",
      holdoutShare: body.holdoutShare,
      createdAt: at,
      createdBy: author,
      updatedAt: at,
    },
    select: { id: true },
  });
  await tx.prisma.campaignVersion.create({
    data: { campaignId: id, version: 1, body: json(body), author, at },
  });
  return id;
}

/**
 * Stores a changed body as the next version, so that every run still finds the body it was made under and whoever saw an
 * older version is told. Of a draft only the newest version is kept. Answers the version that now holds.
 */
export async function storeBody(
  tx: Tx,
  before: StoredCampaign,
  body: CampaignBody,
  author: string,
  at: Date,
): Promise<number> {
  const version = before.version + 1;
  await tx.prisma.campaignVersion.create({
    data: { campaignId: before.id, version, body: json(body), author, at },
  });
  if (before.state === "draft") {
    await tx.sql.rows(
      `DELETE FROM campaign_versions v WHERE campaign_id = $1 AND version < $2
         AND NOT EXISTS (SELECT 1 FROM runs WHERE campaign_id = $1 AND campaign_version = v.version)`,
      [before.id, version],
    );
  }
  await tx.prisma.campaign.update({
    where: { id: before.id },
    data: { name: body.name, goal: body.goal, holdoutShare: body.holdoutShare, version, updatedAt: at },
  });
  return version;
}

export async function storeState(tx: Tx, id: number, state: CampaignState, at: Date): Promise<void> {
  await tx.prisma.campaign.update({ where: { id }, data: { state, updatedAt: at } });
}

export type Withdrawn = { runs: number[]; messages: number; reviews: number };

/**
 * Takes back what a stopped campaign has not sent: runs that still decide are stopped (this waits for a chunk that is
 * being written), messages that wait are cancelled, held reviews closed. Answers the runs, and how many of the others.
 */
export async function withdrawUnsent({ sql }: Pick<Tx, "sql">, id: number, at: Date): Promise<Withdrawn> {
  const runs = await sql.rows<{ id: number }>(
    `UPDATE runs SET state = 'stopped', finished_at = $2
     WHERE campaign_id = $1 AND state IN ('freezing', 'writing', 'deciding') RETURNING id`,
    [id, at],
  );
  const messages = await sql.rows(
    `UPDATE outbox SET state = 'cancelled', settled_at = $2, reasons = reasons || '{campaign.stopped}'
     WHERE campaign_id = $1 AND state = 'ready' RETURNING 1 AS n`,
    [id, at],
  );
  const reviews = await sql.rows(
    `UPDATE review_items SET state = 'expired', decided_at = $2, decided_by = 'campaign.stopped'
     WHERE campaign_id = $1 AND state = 'held' RETURNING 1 AS n`,
    [id, at],
  );
  return { runs: runs.map((run) => run.id), messages: messages.length, reviews: reviews.length };
}

export type CampaignRow = {
  id: number;
  name: string;
  goal: string;
  state: CampaignState;
  updatedAt: Date;
  lastRunAt: Date | null;
  audience: number;
  held: number;
  touches: number;
  conversions: number;
  revenueMinor: number;
};

const SORTS = {
  name: "lower(c.name)",
  updated: "c.updated_at",
  touches: '"touches"',
  revenue: '"revenueMinor"',
} as const;
export type CampaignSort = keyof typeof SORTS;

/** Campaigns with their last run and what came of them, from the day roll-up. `total` counts all that match. */
export async function listCampaigns(
  sql: Sql,
  page: {
    search: string;
    states: readonly string[];
    sort: CampaignSort;
    descending: boolean;
    limit: number;
    offset: number;
  },
): Promise<{ rows: CampaignRow[]; total: number }> {
  const filter = `($1 = '' OR c.name ILIKE '%' || $1 || '%') AND (cardinality($2::text[]) = 0 OR c.state = ANY($2))`;
  const search = page.search.replaceAll(/[\\%_]/g, "\\$&");
  const [count] = await sql.rows<{ total: number }>(
    `SELECT count(*)::int AS total FROM campaigns c WHERE ${filter}`,
    [search, page.states],
  );
  const rows = await sql.rows<CampaignRow>(
    `SELECT c.id, c.name, c.goal, c.state, c.updated_at AS "updatedAt", r.at AS "lastRunAt", coalesce(r.audience, 0) AS audience,
       (SELECT count(*)::int FROM review_items i WHERE i.campaign_id = c.id AND i.state = 'held') AS held,
       coalesce(t.touches, 0) AS touches, coalesce(t.conversions, 0) AS conversions,
       coalesce(t.revenue, 0)::bigint AS "revenueMinor"
     FROM campaigns c
     LEFT JOIN LATERAL (SELECT at, audience FROM runs WHERE campaign_id = c.id ORDER BY at DESC LIMIT 1) r ON true
     LEFT JOIN (SELECT campaign_id, sum(touches)::int AS touches, sum(conversions)::int AS conversions, sum(revenue_minor) AS revenue
       FROM touch_days GROUP BY campaign_id) t ON t.campaign_id = c.id
     WHERE ${filter}
     ORDER BY ${SORTS[page.sort]} ${page.descending ? "DESC" : "ASC"} NULLS LAST, c.id DESC LIMIT $3 OFFSET $4`,
    [search, page.states, page.limit, page.offset],
  );
  return { rows, total: count?.total ?? 0 };
}
