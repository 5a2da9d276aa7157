import { handleRequest } from "@/server/api/handle-request";
import { env } from "@/server/env.mjs";
import { platform } from "@/server/open-platform";

const origins = [...new Set([env.PUBLIC_URL, env.NEXTAUTH_URL].map((url) => new URL(url).origin))];

const handler = (request: Request): Promise<Response> =>
  handleRequest(request, { platform: platform(), origins });

export { handler as GET, handler as POST };
