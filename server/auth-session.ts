import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Actor } from "@/server/context";
import { permissionsOf } from "@/server/domain/role";
import { rowId } from "@/server/domain/row-id";
import { HOUR_MS, SECOND_MS } from "@/server/domain/time";
import { env } from "@/server/env.mjs";
import type { Platform } from "@/server/platform";
import { type SessionOwner, sessionOwner } from "@/server/store/users";

/** A session names its owner and its beginning, nothing else; roles are read on every request. A working day long, counted from the sign-in: being active does not prolong it. */
const SESSION_HOURS = 12;

const ANONYMOUS: Actor = { kind: "anonymous" };
const SECURE = env.NEXTAUTH_URL.startsWith("https://");
const COOKIE = `${SECURE ? "__Secure-" : ""}next-auth.session-token`;

/**
 * Who stands behind a request's cookies.
 *
 * Anonymous where the session is missing, altered, over, without an owner, or begun before the password changed, and
 * where its owner is unknown or disabled. Throws where the database cannot be asked.
 */
export async function actorOf(cookies: string | null, platform: Platform): Promise<Actor> {
  const owner = await ownerOf(cookies, platform);
  if (owner === null) return ANONYMOUS;
  const { id, name, roles } = owner;
  return { kind: "user", id, name, roles, may: permissionsOf(roles) };
}

/** The account behind a request's cookies; null where `actorOf` says anonymous. */
export async function ownerOf(cookies: string | null, platform: Platform): Promise<SessionOwner | null> {
  const claims = await claimsOf(cookies);
  if (claims === null) return null;
  const ageMs = platform.clock.now().getTime() - claims.since;
  if (ageMs > SESSION_HOURS * HOUR_MS) return null;
  const owner = await sessionOwner(platform.database.prisma, claims.id);
  if (owner === null || owner.disabledAt !== null) return null;
  if (owner.passwordChangedAt !== null && claims.since < owner.passwordChangedAt.getTime()) return null;
  return owner;
}

const sessionClaims = z.object({ sub: z.coerce.number().pipe(rowId), since: z.number() });

async function claimsOf(cookies: string | null): Promise<{ id: number; since: number } | null> {
  const token = cookieOf(cookies ?? "", COOKIE);
  if (token === null) return null;
  try {
    const claims = await decode({ token, secret: env.NEXTAUTH_SECRET });
    const read = sessionClaims.safeParse(claims);
    return read.success ? { id: read.data.sub, since: read.data.since } : null;
  } catch {
    return null; // altered, of another key, or over: the same as none
  }
}

function cookieOf(cookies: string, name: string): string | null {
  for (const pair of cookies.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}

/** How long next-auth keeps the cookie, in seconds. */
export const SESSION_SECONDS = (SESSION_HOURS * HOUR_MS) / SECOND_MS;
