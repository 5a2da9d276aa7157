import { z } from "zod";
import { loginEmail } from "@/server/domain/login-email";
import { ROLES } from "@/server/domain/role";
import { Refusal } from "@/server/errors";
import { addMember } from "@/server/store/users";
import { hashPassword, newPassword } from "../session/password";
import { verb } from "../verb";

const email = z.string().transform((text, context) => {
  const known = loginEmail(text);
  if (known !== null) return known;
  context.addIssue({ code: "custom", message: "use one plain address such as ines@example.com" });
  return z.NEVER;
});

/** At least one; twice the same counts once. */
export const roles = z
  .array(z.enum(ROLES))
  .min(1, "choose at least one role")
  .transform((chosen) => ROLES.filter((role) => chosen.includes(role)));

/** Adds a person with a first password, which they change themselves afterwards. */
export const createMember = verb(
  {
    action: "team.create",
    needs: "team.write",
    input: z.object({ email, name: z.string().trim().min(1).max(80), roles, password: newPassword }),
  },
  async ({ tx, now, input }) => {
    const passwordHash = await hashPassword(input.password);
    const member = await addMember(tx, { ...input, passwordHash, at: now });
    if (member === null) throw new Refusal("CONFLICT", "email: this address has an account already");
    // the audit keeps the number: name and address stay in the table that can forget them
    return {
      out: member,
      entity: { type: "user", id: String(member.id) },
      before: null,
      after: { roles: member.roles },
    };
  },
);
