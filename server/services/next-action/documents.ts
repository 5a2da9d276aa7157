import type { Sql } from "@/server/store/database";
import { settingsInForce } from "@/server/store/settings";

/** The documents in force, read once for all campaigns that are looked at together. */
export type Documents = Awaited<ReturnType<typeof documentsInForce>>;

export const documentsInForce = (sql: Sql) =>
  settingsInForce(sql, ["configuration", "policy", "brand", "company"]);
