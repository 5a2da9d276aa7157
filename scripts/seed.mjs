import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./bundle.mjs";
import { withClient } from "./postgres/roles.mjs";

const PROGRAM = path.join(ROOT, "dist/cli/seed-demo.mjs");

/** Fills a database that nobody uses yet with the demo company. Answers whether it did. */
export async function seedDemo({ variables, say }) {
  if (!existsSync(PROGRAM) || !(await isUnused(variables.MIGRATE_DATABASE_URL))) return false;
  say("making the demo company");
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
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`The demo company could not be made:\n${said}`);
  return true;
}

const isUnused = (ownerUrl) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM customers) AS used",
    );
    return !rows[0].used;
  });
