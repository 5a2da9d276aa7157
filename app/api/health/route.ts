import { log } from "@/server/log";
import { platform } from "@/server/open-platform";

export const dynamic = "force-dynamic";

/** For supervisors and load balancers: 200 while the database answers, else 503. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    await platform().database.sql.rows("SELECT 1");
    return Response.json({ status: "ok", database: "reachable" }, { headers });
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return Response.json({ status: "failing", database: "unreachable" }, { status: 503, headers });
  }
}
