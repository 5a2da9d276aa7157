import { createHmac } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/scripts/embedded-postgres.mjs";
import { ensureGenerated } from "@/scripts/generated.mjs";
import { migrate } from "@/scripts/migrate.mjs";
import { removeWhenWeAreGone } from "@/scripts/postgres/remove-when-gone.mjs";
import { prepareDatabase, withClient } from "@/scripts/postgres/roles.mjs";
import type { TestServer } from "./test-database";

/**
 * Vitest calls it once before the integration tests: one server per run, with a migrated template that each test
 * file copies. The server is our own, in a temporary folder, or that of TEST_DATABASE_URL (a superuser's).
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureGenerated();
  const { server, stop } = await (process.env.TEST_DATABASE_URL
    ? givenServer(process.env.TEST_DATABASE_URL)
    : ownServer());
  await migrate(server.templateOwnerUrl);
  project.provide("testServer", server);
  return stop;
}

async function ownServer() {
  const home = await mkdtemp(path.join(tmpdir(), "touchline-test-"));
  const postgres = await startEmbeddedPostgres({
    home,
    port: undefined,
    // nothing here outlives the run, so a power cut may have it; commits stay synchronous, as tests kill processes
    settings: { fsync: "off", full_page_writes: "off", shared_buffers: "128MB" },
  });
  const remove = removeWhenWeAreGone({ pid: postgres.pid, dataDir: postgres.dataDir, home });
  const server: TestServer = {
    superuserUrl: postgres.superuserUrl("postgres"),
    templateOwnerUrl: postgres.ownerUrl,
    ownerPassword: new URL(postgres.ownerUrl).password,
    appPassword: new URL(postgres.appUrl).password,
  };
  return { server, stop: remove };
}

async function givenServer(superuserUrl: string) {
  const at = (database: string) => Object.assign(new URL(superuserUrl), { pathname: `/${database}` }).href;
  // the same in each session, as sessions at the same time share the roles
  const secret = (role: string) => createHmac("sha256", superuserUrl).update(role).digest("base64url");
  const passwords = { owner: secret("owner"), app: secret("app") };
  const template = `touchline_template_${process.pid}`;
  await prepareDatabase({ superuser: at, database: template, passwords });
  const templateOwnerUrl = Object.assign(new URL(at(template)), {
    username: "touchline_owner",
    password: passwords.owner,
  }).href;
  const server: TestServer = {
    superuserUrl,
    templateOwnerUrl,
    ownerPassword: passwords.owner,
    appPassword: passwords.app,
  };
  const stop = async () => {
    await withClient(superuserUrl, (client) => client.query(`DROP DATABASE ${template} WITH (FORCE)`));
  };
  return { server, stop };
}
