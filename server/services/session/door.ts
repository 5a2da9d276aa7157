import type { Platform } from "@/server/platform";
import { settingInForce } from "@/server/store/settings";
import { type DemoAccount, keptDemoAccounts } from "./demo-accounts";

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
  return { company: name, demo: demo ? await keptDemoAccounts(folder) : null };
}
