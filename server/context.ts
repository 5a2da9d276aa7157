import { type Permission, type Role, SYSTEM_PERMISSIONS } from "@/server/domain/role";
import type { Platform } from "@/server/platform";

/**
 * Who asks. A person's permissions are read from the database on every request; the system has only `system.run` and
 * reads; an operator is whoever runs a command at the machine, where the first account comes from.
 */
export type Actor =
  | { kind: "user"; id: number; name: string; roles: readonly Role[]; may: ReadonlySet<Permission> }
  | { kind: "system"; job: string }
  | { kind: "operator"; command: string }
  | { kind: "anonymous" };

export type Context = { actor: Actor; platform: Platform };

/** How an actor is named in the audit: `user:7`, `system:deliver-due`, `operator:import`, `anonymous`. */
export function nameOf(actor: Actor): string {
  if (actor.kind === "user") return `user:${actor.id}`;
  if (actor.kind === "operator") return `operator:${actor.command}`;
  return actor.kind === "system" ? `system:${actor.job}` : "anonymous";
}

/** Whether the actor may do it. Neither the machinery nor an operator decides in a reviewer's stead. */
export function may(actor: Actor, needs: Permission): boolean {
  if (actor.kind === "user") return actor.may.has(needs);
  if (actor.kind === "operator") return needs !== "review.decide";
  return actor.kind === "system" && SYSTEM_PERMISSIONS.has(needs);
}
