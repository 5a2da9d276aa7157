import { type Caller, createCaller } from "@/server/api/root";
import type { Actor } from "@/server/context";
import { permissionsOf, type Role } from "@/server/domain/role";
import type { Platform } from "@/server/platform";
import { signIn } from "@/server/services/session/sign-in";
import { sessionOwner } from "@/server/store/users";

/** One account for each role, with passwords that anybody may know: for shops that are made up. */
export const demoAccounts = (domain: string): Account[] =>
  (
    [
      ["admin", "Alex Admin"],
      ["marketer", "Mia Marketer"],
      ["reviewer", "Rui Reviewer"],
      ["executive", "Eve Executive"],
    ] as const
  ).map(([role, name]) => ({
    role,
    name,
    email: `${role}@${domain}`,
    password: `demo ${role} of touchline`,
  }));

export type Account = { role: Role; name: string; email: string; password: string };

/** The API in the name of each role. */
export type Staff = Record<Role, Caller>;

/** Makes one account for each role, as an installation makes its first one, and signs everybody in. */
export async function hireStaff(platform: Platform, accounts: readonly Account[]): Promise<Staff> {
  const operator = createCaller({ actor: { kind: "operator", command: "hire-staff" }, platform });
  for (const { role, name, email, password } of accounts)
    await operator.team.create({ name, email, password, roles: [role] });
  const callers = await Promise.all(
    accounts.map(async (account) => [account.role, await callerOf(platform, account)] as const),
  );
  return Object.fromEntries(callers) as Staff; // one account for each role
}

/** The API in the name of somebody who has an account. */
export async function callerOf(platform: Platform, { email, password }: Account): Promise<Caller> {
  const entry = await signIn(platform, { email, password, address: "127.0.0.1" });
  if (entry.kind !== "in") throw new Error(`${email} could not sign in: ${entry.kind}`);
  const owner = await sessionOwner(platform.database.prisma, entry.userId);
  if (owner === null) throw new Error(`${email} has no account`);
  const { id, name, roles } = owner;
  const actor: Actor = { kind: "user", id, name, roles, may: permissionsOf(roles) };
  return createCaller({ actor, platform });
}
