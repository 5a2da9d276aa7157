import { platform } from "@/server/open-platform";
import { visitRefusal } from "@/server/open-visitor-gate";
import { serveOpen } from "@/server/services/tracking/serve-visit";

export const dynamic = "force-dynamic";
type Params = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return visitRefusal(request) ?? serveOpen(platform(), (await params).token, request);
}

export const HEAD = GET;
