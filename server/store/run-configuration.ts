import type { Configuration } from "@/server/domain/settings/configuration";
import type { Sql } from "./database";
import { settingInForce } from "./settings";

/** The configuration that a run was made under; the one in force for an unknown run. */
export async function runConfiguration(sql: Sql, runId: number): Promise<Configuration> {
  const [run] = await sql.rows<{ version: number }>(
    "SELECT configuration_version AS version FROM runs WHERE id = $1::int",
    [runId],
  );
  return (await settingInForce(sql, "configuration", run?.version)).body;
}
