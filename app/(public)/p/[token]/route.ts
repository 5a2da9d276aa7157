import { platform } from "@/server/open-platform";
import { bodyText } from "@/server/services/tracking/body-text";
import { doPreferences, showPreferences } from "@/server/services/tracking/respond";

export const dynamic = "force-dynamic";
type Params = { params: Promise<{ token: string }> };

export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return showPreferences(platform(), (await params).token);
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  return doPreferences(platform(), (await params).token, await bodyText(request));
}
