import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PlainError } from "./plain-error.mjs";
import { withClient } from "./postgres/roles.mjs";

const FOLDER = fileURLToPath(new URL("../prisma/migrations", import.meta.url));
const PRISMA_LOCK = 72707369; // the advisory lock that Prisma's own tools take
const LEDGER = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;
const HIDE_LEDGER = `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'touchline_app') THEN
    REVOKE ALL ON _prisma_migrations FROM touchline_app;
  END IF; END $$`;

/**
 * Applies the committed SQL that this database has not seen, in order, as its owner, and records it as
 * `prisma migrate deploy` does. A file and its record are one transaction: a crash leaves neither.
 *
 * Answers the names applied. Throws PlainError where history and files disagree.
 */
export async function migrate(ownerUrl, { folder = FOLDER, onApply = () => {} } = {}) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query("SET client_min_messages TO warning");
    await client.query(LEDGER);
    const { rows } = await client.query(
      "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const waiting = unapplied(committed(folder), rows);
    for (const migration of waiting) {
      onApply(migration.name);
      await apply(client, migration);
    }
    if (waiting.length > 0) await client.query(HIDE_LEDGER);
    return waiting.map((migration) => migration.name);
  });
}

/** The migrations in the repository, oldest first. */
function committed(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

function unapplied(migrations, rows) {
  const known = new Set(migrations.map((migration) => migration.name));
  for (const row of rows) {
    if (!known.has(row.migration_name)) {
      throw new PlainError(
        `The database was migrated by a newer version: it holds ${row.migration_name}, which this one does not know.`,
      );
    }
    if (row.finished_at === null) {
      throw new PlainError(
        `Migration ${row.migration_name} failed earlier. Repair the database, then run ` +
          `npx prisma migrate resolve --rolled-back ${row.migration_name}`,
      );
    }
  }
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const { name, checksum } of migrations) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new PlainError(`Migration ${name} was edited after this database had applied it.`);
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client, { name, sql, checksum }) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`migration ${name}: ${error.message}${lineOf(sql, error.position)}`, { cause: error });
  }
}

const lineOf = (sql, position) => (position ? ` (line ${sql.slice(0, position).split("\n").length})` : "");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.MIGRATE_DATABASE_URL;
  if (!url) throw new PlainError("Set MIGRATE_DATABASE_URL to the owner's connection string.");
  console.log((await migrate(url)).map((name) => `applied ${name}`).join("\n") || "nothing to apply");
}
