import { serve } from "inngest/next";
import { functionsFor } from "@/inngest";
import { systemCaller } from "@/server/api/system-caller";
import { env } from "@/server/env.mjs";
import { inngest, platform } from "@/server/open-platform";

export const dynamic = "force-dynamic";

/**
 * The machinery, where only the web process is deployed. Every call must be signed by the Inngest server, also the one
 * that registers: otherwise anybody could send its calls to an address of their own.
 */
export const { GET, POST, PUT } = serve({
  client: inngest,
  functions: functionsFor(inngest, (job) => systemCaller(platform(), job)),
  serveOrigin: env.PUBLIC_URL,
  servePath: "/api/inngest",
  enableUnauthedSync: false,
});

/** Next would answer it by itself. */
export const OPTIONS = () => new Response(null, { status: 405, headers: { allow: "GET, POST, PUT" } });
