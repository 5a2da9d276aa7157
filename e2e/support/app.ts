import { readFileSync } from "node:fs";
import path from "node:path";

export type Account = { name: string; role: string; email: string; password: string };

/** Where the app under test keeps its data; playwright.config.ts chose it. */
export function dataFolder(): string {
  const folder = process.env.E2E_DATA_DIR;
  if (folder === undefined)
    throw new Error("E2E_DATA_DIR is not set: run the journeys by `npm test -- browser`");
  return folder;
}

/** The demo company's account of one role, as the seed made it. */
export function accountOf(role: string, folder = dataFolder()): Account {
  const accounts: Account[] = JSON.parse(readFileSync(path.join(folder, "demo-accounts.json"), "utf8"));
  const found = accounts.find((account) => account.role.toLowerCase() === role.toLowerCase());
  if (found === undefined) throw new Error(`The demo company has no ${role}`);
  return found;
}
