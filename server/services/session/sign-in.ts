import { loginEmail } from "@/server/domain/login-email";
import type { Platform } from "@/server/platform";
import { appendEntries } from "@/server/store/audit";
import { signInThrottle } from "@/server/store/throttle";
import { credentialsByEmail } from "@/server/store/users";
import { verifyPassword } from "./password";

/** Longer texts are no passwords of ours (newPassword) and not worth hashing. */
const MAX_PASSWORD_LENGTH = 1000;

export type SignIn = { kind: "in"; userId: number } | { kind: "wrong" } | { kind: "wait"; seconds: number };

/**
 * Checks an address and a password, as typed, from a network address.
 *
 * `wrong` says nothing about which of the two it was: an unknown account, a disabled one and a wrong password take
 * the same work. `wait` comes from the throttle. Whatever throws, a database that is down for one, is not an answer
 * about the password, and the caller must not show it as one.
 */
export async function signIn(
  platform: Platform,
  given: { email: string; password: string; address: string },
): Promise<SignIn> {
  const { database, clock } = platform;
  const email = loginEmail(given.email);
  const throttle = signInThrottle(database);
  const seconds = await throttle.begin(email ?? "", given.address);
  if (seconds !== null) return { kind: "wait", seconds };
  if (email === null || given.password.length > MAX_PASSWORD_LENGTH) return { kind: "wrong" };

  const account = await credentialsByEmail(database.prisma, email);
  const isRight = await verifyPassword(account?.passwordHash ?? null, given.password);
  if (account === null || !isRight || account.disabledAt !== null) return { kind: "wrong" };

  await throttle.succeeded(email, given.address);
  await database.transaction(({ sql }) =>
    appendEntries(sql, clock.now(), [
      {
        actor: `user:${account.id}`,
        action: "session.sign-in",
        entity: { type: "user", id: String(account.id) },
        data: null,
      },
    ]),
  );
  return { kind: "in", userId: account.id };
}
