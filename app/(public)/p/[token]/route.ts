import { platform } from "@/server/open-platform";
import { visitRefusal } from "@/server/open-visitor-gate";
import { bodyText } from "@/server/services/tracking/body-text";
import { doPreferences, showPreferences } from "@/server/services/tracking/respond";

export const dynamic = "force-dynamic";
type Params = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return visitRefusal(request) ?? showPreferences(platform(), (await params).token);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const body = await bodyText(request);
  // who wants no more mail is never slowed down
  const refusal = new URLSearchParams(body).get("wish") === "stop" ? null : visitRefusal(request);
  return refusal ?? doPreferences(platform(), (await params).token, body);
}
