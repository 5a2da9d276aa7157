import { sendCustomers } from "@/server/api/files/send-customers";
import { env } from "@/server/env.mjs";
import { platform } from "@/server/open-platform";

const origins = [...new Set([env.PUBLIC_URL, env.NEXTAUTH_URL].map((url) => new URL(url).origin))];

export const POST = (request: Request): Promise<Response> =>
  sendCustomers(request, { platform: platform(), origins });
