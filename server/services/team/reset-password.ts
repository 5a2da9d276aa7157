import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { lockMember, savePassword } from "@/server/store/users";
import { hashPassword, newPassword } from "../session/password";
import { verb } from "../verb";

/** Gives a person who forgot theirs a new password, and ends their sessions. */
export const resetPassword = verb(
  {
    action: "team.reset-password",
    needs: "team.write",
    input: z.object({ id: rowId, password: newPassword }),
  },
  async ({ tx, now, input: { id, password } }) => {
    const member = await lockMember(tx, id);
    if (member === null) throw new Refusal("NOT_FOUND", `id: there is no team member ${id}`);
    await savePassword(tx, id, await hashPassword(password), now);
    return { out: member, entity: { type: "user", id: String(id) }, before: null, after: null };
  },
);
