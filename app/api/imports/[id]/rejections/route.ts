import { sendRejections } from "@/server/api/files/send-rejections";
import { platform } from "@/server/open-platform";

type Params = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Params): Promise<Response> {
  return sendRejections(request, Number((await params).id), platform());
}
