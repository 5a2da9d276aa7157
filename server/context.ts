import type { Permission, Role } from "@/server/domain/role";
import type { Platform } from "@/server/platform";

/** Who asks. A person's permissions are read from the database on every request; the system has only `system.run` and reads. */
export type Actor =
  | { kind: "user"; id: number; name: string; roles: readonly Role[]; may: ReadonlySet<Permission> }
  | { kind: "system"; job: string }
  | { kind: "anonymous" };

export type Context = { actor: Actor; platform: Platform };

/** How an actor is named in the audit: `user:7`, `system:deliver-due`, `anonymous`. */
export function nameOf(actor: Actor): string {
  if (actor.kind === "user") return `user:${actor.id}`;
  return actor.kind === "system" ? `system:${actor.job}` : "anonymous";
}

/** Whether the actor may do it. The machinery may do everything but decide in a person's stead. */
export function may(actor: Actor, needs: Permission): boolean {
  if (actor.kind === "user") return actor.may.has(needs);
  return actor.kind === "system" && needs !== "review.decide";
}
