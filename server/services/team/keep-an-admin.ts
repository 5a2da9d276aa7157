import type { Actor } from "@/server/context";
import { Refusal } from "@/server/errors";
import type { Tx } from "@/server/store/database";
import { lockAdmins } from "@/server/store/users";

/** Refuses what would leave the team without an admin, or take the right to administer from oneself. */
export async function keepAnAdmin(tx: Tx, actor: Actor, losing: number): Promise<void> {
  const admins = await lockAdmins(tx.sql);
  if (!admins.includes(losing)) return;
  if (admins.length === 1)
    throw new Refusal("CONFLICT", "this is the last admin: make somebody else one first");
  if (actor.kind === "user" && actor.id === losing) {
    throw new Refusal("FORBIDDEN", "you can't take your own admin role: ask another admin");
  }
}
