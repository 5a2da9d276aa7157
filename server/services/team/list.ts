import { z } from "zod";
import { listMembers } from "@/server/store/users";
import { view } from "../verb";

/** Everyone who has or had access, those who may sign in first. */
export const listTeam = view({ needs: "team.read", input: z.object({}).default({}) }, async ({ ctx }) => ({
  rows: await listMembers(ctx.platform.database.prisma),
}));
