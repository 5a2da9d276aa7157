import { ROLES, type Role } from "@/server/domain/role";

/** Each role's name, and what comes with it. */
export const ROLE_WORDS: Record<Role, { title: string; text: string }> = {
  admin: { title: "Admin", text: "Everything, the policy and the team included." },
  marketer: { title: "Marketer", text: "Campaigns, customers, imports and configuration." },
  reviewer: { title: "Reviewer", text: "Approves, edits and rejects held messages." },
  executive: { title: "Executive", text: "Figures, decisions and the audit; changes nothing." },
};

/** Roles in words, in the table's order: `Admin, reviewer`. */
export const rolesText = (roles: readonly Role[]): string =>
  roles.length === 0
    ? "None"
    : ROLES.filter((role) => roles.includes(role))
        .map((role, i) => (i === 0 ? ROLE_WORDS[role].title : ROLE_WORDS[role].title.toLowerCase()))
        .join(", ");
