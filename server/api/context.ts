import { actorOf } from "@/server/auth-session";
import type { Context } from "@/server/context";
import type { Platform } from "@/server/platform";

/** The context of a request from outside: who asks is read from its cookies, and from nothing else. */
export const contextOf = async (request: Request, platform: Platform): Promise<Context> => ({
  actor: await actorOf(request.headers.get("cookie"), platform),
  platform,
});
