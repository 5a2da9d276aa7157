import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** What one run's integration tests share. */
export type TestServer = {
  superuserUrl: string;
  templateOwnerUrl: string;
  ownerPassword: string;
  appPassword: string;
};

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export type TestDatabase = {
  /** As `touchline_owner`, who owns all. */
  ownerUrl: string;
  /** As `touchline_app`, with the privileges of the running product. */
  appUrl: string;
  drop(): Promise<void>;
};

/** An empty, migrated database that nobody else uses. Make one per test file and drop it in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const template = new URL(server.templateOwnerUrl).pathname.slice(1);
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asSuperuser(server, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER touchline_owner`);
  await asSuperuser(server, `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await asSuperuser(server, `GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO touchline_app`);
  const url = (username: string, password: string) =>
    Object.assign(new URL(server.superuserUrl), { username, password, pathname: `/${name}` }).href;
  return {
    ownerUrl: url("touchline_owner", server.ownerPassword),
    appUrl: url("touchline_app", server.appPassword),
    drop: () => asSuperuser(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(server: TestServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
