import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { lockMember, saveDisabled } from "@/server/store/users";
import { verb } from "../verb";
import { keepAnAdmin } from "./keep-an-admin";

const input = z.object({ id: rowId });

/** Takes a person's access away at once; what they did stays theirs. */
export const disableMember = verb(
  { action: "team.disable", needs: "team.write", input },
  async ({ tx, actor, now, input: { id } }) => {
    await keepAnAdmin(tx, actor, id);
    const member = await lockMember(tx, id);
    if (member === null) throw new Refusal("NOT_FOUND", `id: there is no team member ${id}`);
    const disabledAt = member.disabledAt ?? now;
    await saveDisabled(tx, id, disabledAt);
    return {
      out: { ...member, disabledAt },
      entity: { type: "user", id: String(id) },
      before: { disabledAt: member.disabledAt },
      after: { disabledAt },
    };
  },
);

/** Gives the access back, with the roles that the person had. */
export const enableMember = verb(
  { action: "team.enable", needs: "team.write", input },
  async ({ tx, input: { id } }) => {
    const member = await lockMember(tx, id);
    if (member === null) throw new Refusal("NOT_FOUND", `id: there is no team member ${id}`);
    await saveDisabled(tx, id, null);
    return {
      out: { ...member, disabledAt: null },
      entity: { type: "user", id: String(id) },
      before: { disabledAt: member.disabledAt },
      after: { disabledAt: null },
    };
  },
);
