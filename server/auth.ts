import { headers } from "next/headers";
import { redirect } from "next/navigation";
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

/**
 * One request's way to the API, and where the live feed was before anything was read through it. Whoever is not signed in is
 * led to the door: pages are drawn beside their frame, and would fail where it only turns away.
 */
const drawing = cache(async (): Promise<{ caller: Caller; position: string | null }> => {
  const actor = await actorOf((await headers()).get("cookie"), platform());
  if (actor.kind === "anonymous") redirect("/sign-in");
  const caller = createCaller({ actor, platform: platform() });
  return { caller, position: await caller.live.position({}) };
});

/** The API as the signed-in person, for server components: the same procedures with the same permissions. */
export const serverCaller = async (): Promise<Caller> => (await drawing()).caller;

/** From where the live feed has to go on to tell what changed after the page was drawn. */
export const drawnAt = async (): Promise<string | null> => (await drawing()).position;
