import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { needSpace } from "./disk-space.mjs";
import { PlainError } from "./plain-error.mjs";
import { freePort } from "./ports.mjs";
import { clusterFolder, startCluster } from "./postgres/cluster.mjs";
import { prepareDatabase } from "./postgres/roles.mjs";

const DATABASE = "touchline";
const ROOM_MB = 300;

/**
 * A PostgreSQL of our own on 127.0.0.1, its data in `home`/pg, with the database, both roles and their privileges.
 *
 * `port` undefined: any free one. A cluster that a killed process left running is taken over.
 * Answers `{ appUrl, ownerUrl, superuserUrl(database), port, pid, dataDir, takenOver, stop(signal) }`.
 * @param {{ home: string, port?: number | undefined, settings?: Record<string, string> }} place
 */
export async function startEmbeddedPostgres({ home, port, settings }) {
  const place = path.resolve(home);
  needSpace(place, ROOM_MB, "the database");
  const passwords = passwordsOf(place);
  const cluster = await startOnSomePort({ home: place, port, passwords, settings });
  const superuserUrl = (database) => cluster.url("postgres", passwords.superuser, database);
  await prepareDatabase({ superuser: superuserUrl, database: DATABASE, passwords });
  return {
    ...cluster,
    superuserUrl,
    ownerUrl: cluster.url("touchline_owner", passwords.owner, DATABASE),
    appUrl: cluster.url("touchline_app", passwords.app, DATABASE),
  };
}

/** A port that was free when we looked may be gone when PostgreSQL binds it: look again, unless the caller named it. */
async function startOnSomePort({ port, ...rest }) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startCluster({ ...rest, port: port ?? (await freePort()) });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port !== undefined || attempt === 5) throw error;
    }
  }
}

/** Random passwords, made once and kept beside the cluster in a file that only we can read. */
function passwordsOf(home) {
  const file = path.join(home, "postgres.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const dataDir = clusterFolder(home);
  if (existsSync(path.join(dataDir, "PG_VERSION"))) {
    throw new PlainError(
      `${file} is missing: it holds the passwords of the database in ${dataDir}. ` +
        "Put it back from a backup, or remove that folder too, to begin with an empty database.",
    );
  }
  mkdirSync(home, { recursive: true });
  const secret = () => randomBytes(24).toString("base64url");
  const passwords = { superuser: secret(), owner: secret(), app: secret() };
  writeFileSync(file, JSON.stringify(passwords, null, 2), { mode: 0o600, flag: "wx" });
  return passwords;
}
