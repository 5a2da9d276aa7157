import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const account = z.object({ name: z.string(), role: z.string(), email: z.string(), password: z.string() });
export type DemoAccount = z.infer<typeof account>;

const fileIn = (folder: string): string => path.join(folder, "demo-accounts.json");

/** Leaves who may sign in to the demo company where the sign-in page looks for it, for the account's owner alone to read. */
export async function keepDemoAccounts(folder: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kept = accounts.map(({ name, role, email, password }) => ({ name, role, email, password }));
  await writeFile(fileIn(folder), JSON.stringify(kept, null, 2), { mode: 0o600 });
}

/** The same accounts; null where they are not on this machine's disk. */
export async function keptDemoAccounts(folder: string): Promise<DemoAccount[] | null> {
  const text = await readFile(fileIn(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : z.array(account).parse(JSON.parse(text));
}
