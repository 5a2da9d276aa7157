import { PlainError } from "../plain-error.mjs";
import { withClient } from "./roles.mjs";

/**
 * Refuses a database in which the app could change what was recorded: its role must write rows, and may neither own nor
 * alter the audit. `appUrl` and `ownerUrl` may be the caller's.
 */
export async function needProperRoles({ appUrl }) {
  const found = await withClient(appUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT current_user AS role, (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
         pg_has_role(current_user, t.tableowner::name, 'MEMBER') AS owner,
         has_table_privilege('audit_entries', 'INSERT') AS writes,
         has_table_privilege('audit_entries', 'UPDATE') OR has_table_privilege('audit_entries', 'DELETE')
           OR has_table_privilege('audit_entries', 'TRUNCATE') AS alters
       FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename = 'audit_entries'`,
    );
    return rows[0];
  });
  const problem = problemOf(found);
  if (problem === null) return;
  throw new PlainError(
    `DATABASE_URL connects as ${found?.role ?? "a role that sees no tables"}, which ${problem}. It must be the role ` +
      "touchline_app, made before the first start, so that what was recorded cannot be changed: docs/operating.md.",
  );
}

function problemOf(found) {
  if (found === undefined) return "cannot see the audit";
  if (found.superuser) return "is a superuser";
  if (found.owner) return "owns the tables or may act as their owner";
  if (!found.writes) return "may not write rows";
  return found.alters ? "may change the audit" : null;
}
