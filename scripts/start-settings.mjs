import { isIP } from "node:net";
import { isProduction } from "./environment.mjs";
import { PlainError } from "./plain-error.mjs";

/**
 * What only `npm start` reads: where the site listens, and on which port the embedded PostgreSQL does (undefined: any
 * free one). Refuses, by name, what cannot be meant.
 */
export function startSettings(given) {
  const host = given.LISTEN_HOST ?? (isProduction(given) ? "0.0.0.0" : "127.0.0.1");
  if (host !== "localhost" && isIP(host) === 0)
    throw new PlainError("LISTEN_HOST must be an IP address of this machine, or localhost.");
  const port = given.POSTGRES_PORT === undefined ? undefined : Number(given.POSTGRES_PORT);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535))
    throw new PlainError("POSTGRES_PORT must be a port, 1 to 65535.");
  return { host, postgresPort: port };
}
