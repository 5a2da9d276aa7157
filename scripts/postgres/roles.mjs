import pg from "pg";

/**
 * Makes the two roles and the database, or brings them to this state again.
 *
 * `touchline_owner` owns the database and all that migrations make in it. `touchline_app` may read and write rows;
 * a migration takes from it what it must not do (audit, decisions). Neither is a superuser.
 * `superuser(database)` answers a connection string.
 */
export async function prepareDatabase({ superuser, database, passwords }) {
  await withClient(superuser("postgres"), async (client) => {
    await haveRole(client, "touchline_owner", passwords.owner);
    await haveRole(client, "touchline_app", passwords.app);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    const name = client.escapeIdentifier(database);
    if (!rowCount) await client.query(`CREATE DATABASE ${name} OWNER touchline_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO touchline_app`);
  });
  await withClient(superuser(database), (client) =>
    client.query(`
      ALTER SCHEMA public OWNER TO touchline_owner;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO touchline_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE touchline_owner IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO touchline_app;
      ALTER DEFAULT PRIVILEGES FOR ROLE touchline_owner IN SCHEMA public
        GRANT USAGE, SELECT ON SEQUENCES TO touchline_app;
    `),
  );
}

/**
 * Opens one connection for one piece of work.
 * @template T
 * @param {string} connectionString
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function haveRole(client, role, password) {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (!rowCount) await client.query(`CREATE ROLE ${name}`);
  await client.query(
    `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
  );
}
