import pg from "pg";

/**
 * What `pg` needs to reach a Prisma connection URL, field by field: given a connection string, `pg` would ignore a
 * `database` beside it, and the shadow database is exactly that.
 */
export function connectionOf(url, database) {
  const at = new URL(url);
  const sslMode = at.searchParams.get("sslmode");
  const encrypted = sslMode !== null && sslMode !== "disable";
  return {
    host: decodeURIComponent(at.hostname),
    port: Number(at.port || 5432),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: database ?? decodeURIComponent(at.pathname.slice(1)),
    ...(encrypted && { ssl: { rejectUnauthorized: sslMode === "verify-full" } }),
  };
}

/** The schema that a Prisma URL names; undefined means the default one. */
export const schemaOf = (url) => new URL(url).searchParams.get("schema") ?? undefined;

export async function withConnection(connection, work) {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function createDatabase(url) {
  const { database } = connectionOf(url);
  return withConnection(connectionOf(url, "postgres"), async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    return database;
  });
}

export function dropDatabase(url, database = connectionOf(url).database) {
  return withConnection(connectionOf(url, "postgres"), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`),
  );
}
