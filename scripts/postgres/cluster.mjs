import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { diskFull, noSpaceLeft } from "../disk-space.mjs";
import { PlainError } from "../plain-error.mjs";
import { ended } from "../processes.mjs";
import { databaseAccount, databaseProcess, postgresFolder } from "./binaries.mjs";
import { readPostmaster, settledPostmaster } from "./postmaster.mjs";

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  max_wal_size: "2GB",
  synchronous_commit: "on",
  autovacuum_naptime: "15s", // a young table is planned as an empty one until it was looked at
  jit: "off", // our queries are short
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  // a failed statement may carry personal data: the log gets neither its text nor its values
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Starts the cluster kept in `home`/pg on 127.0.0.1:`port`, making it first where there is none, or takes over the
 * one that a killed process left running there (then on its own port).
 *
 * `passwords.superuser` is what a new cluster is made with. `settings` override postgresql.conf by name.
 * Throws PlainError with code EADDRINUSE where the port is taken.
 */
export async function startCluster({ home, port, passwords, settings = {} }) {
  const account = databaseAccount();
  const folder = await postgresFolder(account);
  const dataDir = clusterFolder(home, account);
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) makeCluster({ folder, account, dataDir, passwords });
  const left = await settledPostmaster(dataDir);
  if (left) return running({ dataDir, port: left.port, pid: left.pid, takenOver: true });

  const logFile = path.join(home, "postgres.log");
  const log = openSync(logFile, "w");
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(path.join(folder, "bin/postgres"), ["-D", dataDir, "-p", String(port), ...flags], {
    ...databaseProcess(account),
    stdio: ["ignore", log, log],
    detached: true, // Ctrl-C reaches it through us, after its clients have left
  });
  closeSync(log);
  await ready({ child, dataDir, port, logFile });
  child.unref();
  return running({ dataDir, port, pid: child.pid, takenOver: false });
}

function running({ dataDir, port, pid, takenOver }) {
  const url = (user, password, database) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  /** SIGINT rolls back what is open and leaves no recovery behind; SIGQUIT just ends (for throw-away clusters). */
  const stop = async (signal = "SIGINT") => {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
    await ended(pid);
  };
  return { dataDir, port, pid, takenOver, url, stop };
}

/** Where the data lies: below `home`, unless the account that PostgreSQL runs as cannot get there. */
export function clusterFolder(home, account = databaseAccount()) {
  mkdirSync(home, { recursive: true });
  const wanted = path.join(path.resolve(home), "pg");
  if (account.uid === undefined) return wanted;
  chmodSync(home, 0o711); // the secrets in it are files of mode 0600
  if (spawnSync("test", ["-x", home], databaseProcess(account)).status === 0) return wanted;
  const id = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const elsewhere = path.join("/var/lib/touchline", id, "pg");
  mkdirSync(path.dirname(elsewhere), { recursive: true, mode: 0o711 });
  return elsewhere;
}

/** initdb into a folder beside it, then one rename: an interrupted first start leaves nothing half-made. */
function makeCluster({ folder, account, dataDir, passwords }) {
  const half = `${dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const secret = mkdtempSync(path.join(tmpdir(), "touchline-"));
  const passwordFile = path.join(secret, "password");
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const file of [half, secret, passwordFile]) chownSync(file, account.uid, account.gid);
  }
  const flags = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8"];
  const made = spawnSync(
    path.join(folder, "bin/initdb"),
    ["-D", half, ...flags, "--locale=C.UTF-8", "--no-instructions"],
    { ...databaseProcess(account), encoding: "utf8" },
  );
  rmSync(secret, { recursive: true, force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    if (noSpaceLeft(made.stderr)) throw diskFull(path.dirname(dataDir));
    throw new Error(`initdb failed: ${made.stderr}`);
  }
  renameSync(half, dataDir);
}

/** Waits until the server says that it takes connections. */
async function ready({ child, dataDir, port, logFile }) {
  const deadline = Date.now() + 60_000; // crash recovery may take its time
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw startFailure({ dataDir, port, logFile });
    if (readPostmaster(dataDir)?.ready) return;
    await sleep(20);
  }
  child.kill("SIGQUIT");
  throw new Error(`PostgreSQL was not ready within 60 s: ${tail(logFile)}`);
}

function startFailure({ dataDir, port, logFile }) {
  const said = tail(logFile);
  if (noSpaceLeft(said)) return diskFull(dataDir);
  if (/Address already in use|could not create any TCP\/IP sockets/.test(said)) {
    const taken = new PlainError(
      `Port ${port} is taken by another program, so the embedded PostgreSQL cannot use it. ` +
        "Set POSTGRES_PORT to a free port, or leave it out to have one chosen.",
    );
    return Object.assign(taken, { code: "EADDRINUSE" });
  }
  return new Error(`PostgreSQL did not start: ${said}`);
}

const tail = (file) => readFileSync(file, "utf8").slice(-3000);
