import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Platform } from "@/server/platform";
import { settingInForce } from "@/server/store/settings";

/** The file in which the seed of the demo company leaves who may sign in. */
const ACCOUNTS_FILE = "demo-accounts.json";

const account = z.object({ name: z.string(), role: z.string(), email: z.string(), password: z.string() });
export type DemoAccount = z.infer<typeof account>;

export type Door = {
  company: string;
  /** of the demo company, passwords included; null in a real one */
  demo: DemoAccount[] | null;
};

/**
 * What the sign-in page shows to somebody who is not signed in: whose console it is and, for the demo company only, its
 * accounts. They are invented and open nothing else. `folder` is where the installation keeps its files.
 */
export async function door({ database }: Pick<Platform, "database">, folder: string): Promise<Door> {
  const { name, demo } = (await settingInForce(database.sql, "company")).body;
  return { company: name, demo: demo ? await demoAccounts(folder) : null };
}

/** Null where the accounts are not on this machine's disk. */
async function demoAccounts(folder: string): Promise<DemoAccount[] | null> {
  const text = await readFile(path.join(folder, ACCOUNTS_FILE), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  return text === null ? null : z.array(account).parse(JSON.parse(text));
}
