import { env } from "@/server/env.mjs";
import { verifyAudit } from "@/server/store/audit-verify";
import { openDatabase } from "@/server/store/database";

/** Recomputes the audit chain and prints one JSON object; exit code 1 where it does not hold. */
const database = openDatabase(env.DATABASE_URL, 2);
try {
  const report = await verifyAudit(database);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (!report.verified) process.exitCode = 1;
} finally {
  await database.close();
}
