import type { VariantCounts } from "@/server/domain/experiment/variant-metrics";
import type { Sql } from "./database";

/** What came of the first message that each person got of a campaign, with one variant of its words. */
export type VariantOutcomes = VariantCounts & {
  campaignId: number;
  variant: string;
  firstAt: Date;
  lastAt: Date;
};

export type ExperimentsQuery = {
  /** each campaign with the instant from which its people count */
  campaigns: readonly { id: number; since: Date }[];
  openHours: number;
  clickHours: number;
};

/**
 * The variants of several campaigns by what followed. A person counts once, with the first message since the campaign's
 * instant, so that people are independent of each other. What a machine did counts nowhere; opens and clicks count within
 * their windows, orders as they were attributed.
 */
export const variantOutcomes = (
  sql: Sql,
  { campaigns, openHours, clickHours }: ExperimentsQuery,
): Promise<VariantOutcomes[]> =>
  sql.rows<VariantOutcomes>(
    `WITH asked AS (SELECT * FROM unnest($1::int[], $2::timestamptz[]) AS a(campaign_id, since)),
     first AS (
       SELECT DISTINCT ON (t.campaign_id, t.customer_id) t.campaign_id, t.customer_id, t.variant, t.outbox_id, t.at
       FROM asked a JOIN touches t ON t.campaign_id = a.campaign_id AND t.at >= a.since
       ORDER BY t.campaign_id, t.customer_id, t.at, t.outbox_id
     ), came AS (
       SELECT f.outbox_id,
         bool_or(o.kind = 'open' AND o.at <= f.at + make_interval(secs => $3 * 3600)) AS opened,
         bool_or(o.kind = 'click' AND o.at <= f.at + make_interval(secs => $4 * 3600)) AS clicked,
         bool_or(o.kind = 'conversion') AS ordered,
         bool_or(o.kind = 'unsubscribe') AS unsubscribed,
         bool_or(o.kind = 'complaint') AS complained,
         bool_or(o.kind = 'bounce') AS bounced,
         coalesce(sum(o.value_minor) FILTER (WHERE o.kind = 'conversion'), 0)::float8 AS revenue
       FROM first f JOIN outcomes o ON o.outbox_id = f.outbox_id AND NOT o.bot
       GROUP BY f.outbox_id
     )
     SELECT f.campaign_id AS "campaignId", f.variant, count(*)::int AS people,
       count(*) FILTER (WHERE c.opened)::int AS opened, count(*) FILTER (WHERE c.clicked)::int AS clicked,
       count(*) FILTER (WHERE c.ordered)::int AS ordered,
       count(*) FILTER (WHERE c.unsubscribed)::int AS unsubscribed,
       count(*) FILTER (WHERE c.complained)::int AS complained, count(*) FILTER (WHERE c.bounced)::int AS bounced,
       coalesce(sum(c.revenue), 0)::float8 AS "revenueMinor",
       coalesce(sum(c.revenue * c.revenue), 0)::float8 AS "revenueSquares",
       min(f.at) AS "firstAt", max(f.at) AS "lastAt"
     FROM first f LEFT JOIN came c ON c.outbox_id = f.outbox_id
     GROUP BY f.campaign_id, f.variant ORDER BY f.campaign_id, f.variant`,
    [campaigns.map(({ id }) => id), campaigns.map(({ since }) => since), openHours, clickHours],
  );

/** A campaign whose words have several variants, with when its version came into force. */
export type TestedCampaign = {
  id: number;
  name: string;
  state: string;
  version: number;
  /** their names, as the campaign lists them; the first is the baseline */
  variants: string[];
  versionAt: Date;
};

/** Campaigns that were launched and whose version in force has two variants or more, newest first; all, or the one named. */
export const testedCampaigns = (sql: Sql, only: number | null): Promise<TestedCampaign[]> =>
  sql.rows<TestedCampaign>(
    `SELECT c.id, c.name, c.state, c.version, v.body->'variants' AS variants, v.at AS "versionAt"
     FROM campaigns c JOIN campaign_versions v ON v.campaign_id = c.id AND v.version = c.version
     WHERE c.state NOT IN ('draft', 'archived') AND jsonb_array_length(v.body->'variants') >= 2 AND ($1::int IS NULL OR c.id = $1)
     ORDER BY c.updated_at DESC, c.id DESC LIMIT 200`,
    [only],
  );
