import { z } from "zod";
import { Refusal } from "@/server/errors";
import { signInThrottle } from "@/server/store/throttle";
import { credentialsById, savePassword } from "@/server/store/users";
import { verb } from "../verb";
import { hashPassword, newPassword, verifyPassword } from "./password";

/** Changes one's own password and ends all of one's sessions, this one too. */
export const changePassword = verb(
  {
    action: "session.change-password",
    needs: "session.own",
    input: z.object({ current: z.string().max(1000), next: newPassword }),
  },
  async ({ tx, actor, now, input, ctx }) => {
    if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "only a person has a password");
    const self = `user:${actor.id}`;
    // whoever finds an open browser must not be able to guess the password at leisure
    const seconds = await signInThrottle(ctx.platform.database).begin(self, self);
    if (seconds !== null) throw new Refusal("TOO_MANY_REQUESTS", `current: try again in ${seconds} seconds`);
    const account = await credentialsById(tx.prisma, actor.id);
    if (!(await verifyPassword(account?.passwordHash ?? null, input.current))) {
      throw new Refusal("BAD_REQUEST", "current: this is not your password");
    }
    await savePassword(tx, actor.id, await hashPassword(input.next), now);
    const entity = { type: "user", id: String(actor.id) };
    return { out: { changed: true }, entity, before: null, after: null };
  },
);
