import type { Sql } from "./database";

/** What a company holds, for whoever is about to take it away. */
export type Holdings = {
  customers: number;
  orders: number;
  events: number;
  campaigns: number;
  decisions: number;
  messages: number;
  imports: number;
  colleagues: number;
};

export async function holdings(sql: Sql, userId: number | null): Promise<Holdings> {
  const [row] = await sql.rows<Holdings>(
    `SELECT (SELECT count(*) FROM customers)::int AS customers, (SELECT count(*) FROM orders)::int AS orders,
       (SELECT count(*) FROM events)::int AS events, (SELECT count(*) FROM campaigns)::int AS campaigns,
       (SELECT count(*) FROM decisions)::int AS decisions, (SELECT count(*) FROM outbox)::int AS messages,
       (SELECT count(*) FROM imports)::int AS imports,
       (SELECT count(*) FROM users WHERE id IS DISTINCT FROM $1::int)::int AS colleagues`,
    [userId],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

/** Whether anybody is known who was not made up with a company: then its data can no longer be called a demo. */
export async function hasCustomers(sql: Sql): Promise<boolean> {
  const [row] = await sql.rows<{ yes: boolean }>("SELECT EXISTS (SELECT FROM customers) AS yes");
  return row?.yes ?? false;
}

/** The highest number of a run that there is; 0 without any. */
export async function lastRunId(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ id: number }>("SELECT coalesce(max(id), 0)::int AS id FROM runs");
  return row?.id ?? 0;
}

/** What is under way and would be torn apart; null where nothing is. */
export async function underWay(sql: Sql): Promise<"run" | "import" | null> {
  const [row] = await sql.rows<{ run: boolean; import: boolean }>(
    `SELECT EXISTS (SELECT FROM runs WHERE state IN ('freezing', 'writing', 'deciding')) AS run,
       EXISTS (SELECT FROM imports WHERE state = 'running') AS import`,
  );
  if (row?.run) return "run";
  return row?.import ? "import" : null;
}

/** Empties the database but for the audit chain and one account. The database itself refuses where the company is no demo. */
export async function clearDemoData(sql: Sql, keepUserId: number): Promise<void> {
  await sql.rows("SELECT clear_demo_data($1::int)::text", [keepUserId]);
}
