import { headers } from "next/headers";
import { cache } from "react";
import { actorOf, ownerOf } from "@/server/auth-session";
import type { Role } from "@/server/domain/role";
import { platform } from "@/server/open-platform";
import { type Caller, createCaller } from "./api/root";

export type SessionUser = { id: number; name: string; email: string; roles: readonly Role[] };

/** Who is signed in, for server components; null: nobody. Asked once per request. */
export const getSessionUser = cache(async (): Promise<SessionUser | null> => {
  const owner = await ownerOf((await headers()).get("cookie"), platform());
  if (owner === null) return null;
  const { id, name, email, roles } = owner;
  return { id, name, email, roles };
});

/** The API as the signed-in person, for server components: the same procedures with the same permissions. */
export async function serverCaller(): Promise<Caller> {
  const actor = await actorOf((await headers()).get("cookie"), platform());
  return createCaller({ actor, platform: platform() });
}
