import { platform } from "@/server/open-platform";
import { visitRefusal } from "@/server/open-visitor-gate";
import { bodyText } from "@/server/services/tracking/body-text";
import { doUnsubscribe, showUnsubscribe } from "@/server/services/tracking/respond";

export const dynamic = "force-dynamic";
type Params = { params: Promise<{ token: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return visitRefusal(request) ?? showUnsubscribe(platform(), (await params).token);
}

/** Never slowed down: a mail provider posts for many people from one address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return doUnsubscribe(platform(), (await params).token, await bodyText(request));
}
