import { z } from "zod";
import { listMembers } from "@/server/store/users";
import { view } from "../verb";

/** Who has an account, as the audit names them and by name; those who may not sign in any more come last. */
export const auditPeople = view(
  { needs: "audit.read", input: z.object({}).prefault({}) },
  async ({ ctx }) => {
    const members = await listMembers(ctx.platform.database.prisma);
    return members.map(({ id, name }) => ({ actor: `user:${id}`, name }));
  },
);
