import type { Role } from "@/server/domain/role";

/** Who is signed in, as the frame shows it. */
export type ShellUser = { id: number; name: string; email: string; roles: readonly Role[] };

const words: Record<Role, string> = {
  admin: "Admin",
  marketer: "Marketer",
  reviewer: "Reviewer",
  executive: "Executive",
};

/** Roles in words: “Marketer, reviewer”; someone who may only look is told so. */
export function roleWords(roles: readonly Role[]): string {
  if (roles.length === 0) return "No role";
  if (roles.every((role) => role === "executive")) return "Executive, read only";
  const [first = "", ...rest] = roles.map((role) => words[role]);
  return [first, ...rest.map((word) => word.toLowerCase())].join(", ");
}
