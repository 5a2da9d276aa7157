import { encode } from "next-auth/jwt";
import type { Role } from "@/server/domain/role";
import { env } from "@/server/env.mjs";
import type { ConsoleWorld } from "./console-world";

/** The cookie of somebody of the team who signed in when the world began. */
export async function cookieOf(world: ConsoleWorld, role: Role): Promise<string> {
  const { id } = await world.person(role);
  const token = await encode({
    token: { sub: String(id), since: world.clock.now().getTime() },
    secret: env.NEXTAUTH_SECRET,
  });
  return `next-auth.session-token=${token}`;
}
