import { handleCall } from "@/server/api/tracking/handle-call";
import { env } from "@/server/env.mjs";
import { platform } from "@/server/open-platform";
import { Tracker } from "@/server/services/ingest/tracker";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

let tracker: Tracker | undefined;

type Params = { params: Promise<{ call: string }> };

async function handler(request: Request, { params }: Params): Promise<Response> {
  const { call } = await params;
  tracker ??= new Tracker(platform(), {
    eventsPerSecond: env.EVENTS_PER_SECOND,
    trustedProxies: env.TRUSTED_PROXIES,
  });
  return handleCall(request, call, tracker);
}

export { handler as OPTIONS, handler as POST };
