import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./bundle.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { PlainError } from "./plain-error.mjs";
import { withClient } from "./postgres/roles.mjs";

const PROGRAM = path.join(ROOT, "dist/cli/seed-demo.mjs");
/** Stands while the demo company is being made. */
const beginning = (home) => path.join(home, "demo-unfinished");

/**
 * Fills a database that nobody uses yet with the demo company, whose passwords anybody may read in the source: only one
 * of our own, or one for which the caller asked by DEMO=1. Answers whether it did.
 */
export async function seedDemo({ given, variables, home, say }) {
  const isAsked = !given.DATABASE_URL || given.DEMO === "1";
  if (!isAsked || !(await isUnused(variables.MIGRATE_DATABASE_URL))) return false;
  if (!existsSync(PROGRAM)) throw new PlainError(`${PROGRAM} is missing. npm run build makes it.`);
  say("making the demo company");
  mkdirSync(home, { recursive: true });
  if (!given.DATABASE_URL) writeFileSync(beginning(home), "");
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: ROOT,
    env: variables,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  const status = await new Promise((resolve) => child.once("close", resolve));
  process.off("exit", abandon);
  if (status !== 0) throw new Error(`The demo company could not be made:\n${said}`);
  rmSync(beginning(home), { force: true });
  return true;
}

/** A first start that was cut off leaves half a company in a database of ours: it goes, and is made anew. */
export async function removeUnfinishedDemo({ given, home, say }) {
  if (given.DATABASE_URL || !existsSync(beginning(home))) return;
  say("the demo company was left half made: starting anew");
  const postgres = await startEmbeddedPostgres({ home });
  await postgres.stop();
  rmSync(postgres.dataDir, { recursive: true, force: true });
  rmSync(beginning(home));
}

/** Refuses to serve a demo company as a real one. */
export async function refuseDemo(ownerUrl) {
  const isDemo = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT body ->> 'demo' = 'true' AS demo FROM setting_versions WHERE kind = 'company' ORDER BY version DESC LIMIT 1",
    );
    return rows[0]?.demo ?? false;
  });
  if (isDemo)
    throw new PlainError(
      "NODE_ENV is production, and this database holds the demo company, whose passwords anybody may know. " +
        "Point DATABASE_URL and MIGRATE_DATABASE_URL to an empty database.",
    );
}

const isUnused = (ownerUrl) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM customers) AS used",
    );
    return !rows[0].used;
  });
