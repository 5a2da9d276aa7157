import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { lockMember, saveRoles } from "@/server/store/users";
import { verb } from "../verb";
import { roles } from "./create";
import { keepAnAdmin } from "./keep-an-admin";

/** Replaces what a person may do. It holds from their next request on. */
export const setRoles = verb(
  { action: "team.set-roles", needs: "team.write", input: z.object({ id: rowId, roles }) },
  async ({ tx, actor, input: { id, roles } }) => {
    if (!roles.includes("admin")) await keepAnAdmin(tx, actor, id);
    const member = await lockMember(tx, id);
    if (member === null) throw new Refusal("NOT_FOUND", `id: there is no team member ${id}`);
    await saveRoles(tx, id, roles);
    return {
      out: { ...member, roles },
      entity: { type: "user", id: String(id) },
      before: { roles: member.roles },
      after: { roles },
    };
  },
);
