import { createMember } from "@/server/services/team/create";
import { disableMember, enableMember } from "@/server/services/team/disable";
import { listTeam } from "@/server/services/team/list";
import { resetPassword } from "@/server/services/team/reset-password";
import { setRoles } from "@/server/services/team/set-roles";
import { mutation, query, router } from "../trpc";

export const teamRouter = router({
  list: query(listTeam),
  create: mutation(createMember),
  setRoles: mutation(setRoles),
  disable: mutation(disableMember),
  enable: mutation(enableMember),
  resetPassword: mutation(resetPassword),
});
