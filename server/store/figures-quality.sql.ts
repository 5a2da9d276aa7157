import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

export type MessageDay = {
  day: string;
  /** decisions with a message */
  checked: number;
  /** of those: met a finding on their wording, or a reviewer's "tone" */
  faulty: number;
  /** decisions to be sent, whether at once or after a person's look */
  toSend: number;
  /** of those: a person rejected or edited their message */
  overridden: number;
};

/** What was made of the scope's decisions with a message, by day of their run. */
export const messageDays = (sql: Sql, scope: Scope, wordingRules: readonly string[]) =>
  sql.rows<MessageDay>(
    `SELECT to_char(at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, sum(checked)::int AS checked,
       sum(faulty)::int AS faulty, sum("toSend")::int AS "toSend", sum(overridden)::int AS overridden
     FROM (
       SELECT r.at, count(*) AS checked,
         count(*) FILTER (WHERE (cardinality(d.reasons) > 0 AND EXISTS (
           SELECT FROM unnest(d.reasons) code WHERE split_part(code, '.', 1) = ANY($6::text[])
         )) OR (i.state = 'rejected' AND i.reason_code = 'tone')) AS faulty,
         count(*) FILTER (WHERE d.verdict <> 'blocked') AS "toSend",
         count(*) FILTER (WHERE d.verdict <> 'blocked'
           AND (i.state = 'rejected' OR (i.state = 'approved' AND i.edited))) AS overridden
       FROM runs r JOIN decisions d ON d.run_id = r.id
       LEFT JOIN review_items i ON i.run_id = d.run_id AND i.customer_id = d.customer_id
       WHERE r.at >= $1 AND r.at < $2 AND ($3::int IS NULL OR r.campaign_id = $3)
         AND ($5::text IS NULL OR d.channel = $5) AND d.verdict IN ('sent-on', 'held', 'blocked')
       GROUP BY r.id
     ) run GROUP BY 1 ORDER BY 1`,
    [scope.from, scope.to, scope.campaignId, scope.timeZone, scope.channel, wordingRules],
  );

/** What is stored about a touch that may have broken a rule. Instants are null where nothing is stored. */
export type Suspect = {
  day: string;
  outboxId: number;
  claimedAt: Date;
  policyVersion: number;
  consentState: "granted" | "withdrawn" | null;
  suppressedAt: Date | null;
  /** when the person's other messages were claimed, up to 60 days before this one */
  earlierClaims: Date[];
  reviewState: string | null;
};

/**
 * Touches of the scope that the facts as stored now might put in breach: no consent in force, a suppression, a rejected
 * or open review, or `fewestEarlier` other messages within the last 60 days. It gives more than are; it decides nothing.
 */
export const suspectTouches = (sql: Sql, scope: Scope, fewestEarlier: number, windowDays: number) =>
  sql.rows<Suspect>(
    `WITH sent AS (
       SELECT t.at, t.outbox_id, t.customer_id, t.run_id,
         coalesce(o.claimed_at, t.at) AS claimed_at, r.policy_version
       FROM touches t LEFT JOIN outbox o ON o.id = t.outbox_id JOIN runs r ON r.id = t.run_id
       WHERE t.at >= $1 AND t.at < $2 AND ($3::int IS NULL OR t.campaign_id = $3)
         AND ($5::text IS NULL OR t.channel = $5)
     ), suppressed AS (
       SELECT customer_id, min(at) AS at FROM suppressions GROUP BY customer_id
     ), often AS (
       SELECT customer_id FROM outbox
       WHERE claimed_at > (SELECT min(claimed_at) FROM sent) - make_interval(days => $7::int)
         AND claimed_at < (SELECT max(claimed_at) FROM sent) AND state IN ('claimed', 'sent', 'uncertain')
       GROUP BY customer_id HAVING count(*) >= $6
     )
     SELECT to_char(s.at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, s.outbox_id AS "outboxId", s.claimed_at AS "claimedAt", s.policy_version AS "policyVersion",
       c.state AS "consentState", p.at AS "suppressedAt", i.state AS "reviewState",
       ARRAY(SELECT e.claimed_at FROM outbox e WHERE e.customer_id = s.customer_id AND e.id <> s.outbox_id
         AND e.claimed_at < s.claimed_at AND e.claimed_at > s.claimed_at - interval '60 days'
         AND e.state IN ('claimed', 'sent', 'uncertain')) AS "earlierClaims"
     FROM sent s
     LEFT JOIN LATERAL (SELECT state FROM consents WHERE customer_id = s.customer_id AND purpose = 'marketing'
       AND channel = 'email' AND at <= s.claimed_at ORDER BY at DESC, id DESC LIMIT 1) c ON true
     LEFT JOIN suppressed p ON p.customer_id = s.customer_id AND p.at < s.claimed_at
     LEFT JOIN often ON often.customer_id = s.customer_id
     LEFT JOIN review_items i ON i.run_id = s.run_id AND i.customer_id = s.customer_id
     WHERE c.state IS DISTINCT FROM 'granted' OR p.at IS NOT NULL OR coalesce(i.state, 'approved') <> 'approved'
       OR (often.customer_id IS NOT NULL AND (
         SELECT count(*) FROM outbox e WHERE e.customer_id = s.customer_id AND e.id <> s.outbox_id
           AND e.claimed_at < s.claimed_at AND e.claimed_at > s.claimed_at - make_interval(days => $7::int)
           AND e.state IN ('claimed', 'sent', 'uncertain')) >= $6)`,
    [scope.from, scope.to, scope.campaignId, scope.timeZone, scope.channel, fewestEarlier, windowDays],
  );
