import { z } from "zod";
import { permissionsOf } from "@/server/domain/role";
import { listMembers } from "@/server/store/users";
import { view } from "../verb";

/** Who may decide reviews, by name: to whom a message can be given. */
export const reviewPeople = view(
  { needs: "review.read", input: z.object({}).default({}) },
  async ({ ctx: { platform } }) => {
    const members = await listMembers(platform.database.prisma);
    return members
      .filter(({ disabledAt, roles }) => disabledAt === null && permissionsOf(roles).has("review.decide"))
      .map(({ id, name }) => ({ id, name }));
  },
);
