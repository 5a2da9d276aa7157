import { platform } from "@/server/open-platform";
import { bodyText } from "@/server/services/tracking/body-text";
import { doUnsubscribe, showUnsubscribe } from "@/server/services/tracking/respond";

export const dynamic = "force-dynamic";
type Params = { params: Promise<{ token: string }> };

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return showUnsubscribe(platform(), (await params).token);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return doUnsubscribe(platform(), (await params).token, await bodyText(request));
}
