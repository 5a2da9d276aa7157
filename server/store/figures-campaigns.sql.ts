import type { Sql } from "./database";

/** Names and states of campaigns, by id. */
export const campaignNames = (sql: Sql, ids: readonly number[]) =>
  sql.rows<{ id: number; name: string; state: string }>(
    "SELECT id, name, state FROM campaigns WHERE id = ANY($1::int[]) ORDER BY id",
    [ids],
  );

export const liveCampaigns = (sql: Sql) =>
  sql.rows<{ id: number; name: string }>("SELECT id, name FROM campaigns WHERE state = 'live' ORDER BY id");
