import type { User } from "@/generated/prisma/client";
import { ROLES, type Role } from "@/server/domain/role";
import type { Database, Sql, Tx } from "./database";

type Prisma = Tx["prisma"] | Database["prisma"];

/** Someone who may sign in. No hash. */
export type TeamMember = {
  id: number;
  email: string;
  name: string;
  roles: Role[];
  createdAt: Date;
  disabledAt: Date | null;
};

/** What a session needs to know of its owner on every request. */
export type SessionOwner = TeamMember & { passwordChangedAt: Date | null };

const known = (roles: readonly string[]): Role[] => ROLES.filter((role) => roles.includes(role));

const memberOf = ({ id, email, name, roles, createdAt, disabledAt }: User): TeamMember => ({
  id,
  email,
  name,
  roles: known(roles),
  createdAt,
  disabledAt,
});

/** The owner of a session; null for an unknown id. A disabled one is returned as such. */
export async function sessionOwner(prisma: Prisma, id: number): Promise<SessionOwner | null> {
  const user = await prisma.user.findUnique({ where: { id } });
  return user === null ? null : { ...memberOf(user), passwordChangedAt: user.passwordChangedAt };
}

/** The address of an account that may sign in; null where it is gone or closed. */
export async function ownEmail({ prisma }: Pick<Database, "prisma">, id: number): Promise<string | null> {
  const user = await prisma.user.findUnique({ where: { id }, select: { email: true, disabledAt: true } });
  return user === null || user.disabledAt !== null ? null : user.email;
}

export type Credentials = { id: number; passwordHash: string; disabledAt: Date | null };

/** What a sign-in is checked against; null for an unknown address. */
export const credentialsByEmail = (prisma: Prisma, email: string): Promise<Credentials | null> =>
  prisma.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });

export const credentialsById = (prisma: Prisma, id: number): Promise<Credentials | null> =>
  prisma.user.findUnique({ where: { id }, select: { id: true, passwordHash: true, disabledAt: true } });

/** Everyone, those who may sign in first. */
export async function listMembers(prisma: Prisma): Promise<TeamMember[]> {
  const users = await prisma.user.findMany({
    orderBy: [{ disabledAt: { sort: "desc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
  });
  return users.map(memberOf);
}

/** Locks a member's row for the rest of the transaction; null for an unknown id. */
export async function lockMember(tx: Tx, id: number): Promise<TeamMember | null> {
  await tx.sql.rows("SELECT id FROM users WHERE id = $1 FOR UPDATE", [id]);
  const user = await tx.prisma.user.findUnique({ where: { id } });
  return user === null ? null : memberOf(user);
}

/**
 * The ids of everyone who can administer, locked in id order: two admins who take each other's role at the same
 * moment are put in a row here, and the second finds the first's change.
 */
export async function lockAdmins(sql: Sql): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT id FROM users WHERE 'admin' = ANY(roles) AND disabled_at IS NULL ORDER BY id FOR UPDATE",
  );
  return rows.map((row) => row.id);
}

/** Adds a member; null where the address has an account already. */
export async function addMember(
  tx: Tx,
  member: { email: string; name: string; roles: readonly Role[]; passwordHash: string; at: Date },
): Promise<TeamMember | null> {
  const [row] = await tx.sql.rows<{ id: number }>(
    `INSERT INTO users (email, name, roles, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [member.email, member.name, [...member.roles], member.passwordHash, member.at],
  );
  return row === undefined ? null : lockMember(tx, row.id);
}

export async function saveRoles(tx: Tx, id: number, roles: readonly Role[]): Promise<void> {
  await tx.prisma.user.update({ where: { id }, data: { roles: [...roles] } });
}

export async function saveDisabled(tx: Tx, id: number, disabledAt: Date | null): Promise<void> {
  await tx.prisma.user.update({ where: { id }, data: { disabledAt } });
}

/** Sets a new password and ends every session that began before. */
export async function savePassword(tx: Tx, id: number, passwordHash: string, at: Date): Promise<void> {
  await tx.prisma.user.update({ where: { id }, data: { passwordHash, passwordChangedAt: at } });
}
