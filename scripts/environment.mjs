import { existsSync } from "node:fs";
import path from "node:path";
import { readEnvironment } from "../server/env-schema.mjs";
import { ROOT } from "./bundle.mjs";
import { PlainError } from "./plain-error.mjs";
import { keptSecrets, refuseMadeUpSecrets } from "./secrets.mjs";

/** What the caller set, with a file `.env` of the project below it. Refuses what cannot be completed safely. */
export function callersEnvironment() {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file); // does not overwrite what is set
  const given = withoutEmpty(process.env);
  if (isProduction(given)) refuseMadeUpSecrets(given);
  if (Boolean(given.DATABASE_URL) !== Boolean(given.MIGRATE_DATABASE_URL)) {
    throw new PlainError(
      "Set both DATABASE_URL (the role touchline_app) and MIGRATE_DATABASE_URL (the role touchline_owner), or neither.",
    );
  }
  return given;
}

const withoutEmpty = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));

export const isProduction = (given) => given.NODE_ENV === "production";

/** The folder of this installation's data, as an absolute path. */
export const dataFolder = (given) => path.resolve(ROOT, given.DATA_DIR ?? ".data");

/**
 * The environment of our programs: the caller's, completed by kept secrets and by the database in use.
 * `database` is `{ appUrl, ownerUrl }`. Throws PlainError that names what is missing or wrong.
 */
export function programEnvironment(given, database) {
  const home = dataFolder(given);
  const complete = {
    ...(isProduction(given) ? {} : keptSecrets(home)),
    ...withoutEmpty(given),
    DATABASE_URL: database.appUrl,
    MIGRATE_DATABASE_URL: database.ownerUrl,
    DATA_DIR: home,
  };
  const settings = checked(complete);
  return {
    settings,
    variables: {
      ...complete,
      // libraries read these two themselves
      NEXTAUTH_URL: settings.NEXTAUTH_URL,
      INNGEST_BASE_URL: settings.INNGEST_BASE_URL,
      PUBLIC_URL: settings.PUBLIC_URL,
      NEXT_TELEMETRY_DISABLED: "1",
    },
  };
}

function checked(complete) {
  try {
    return readEnvironment(complete);
  } catch (error) {
    throw new PlainError(error.message);
  }
}
