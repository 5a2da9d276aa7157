import { PERMISSIONS, type Permission } from "./role";

/** Whom to ask for what one may not do oneself: “an admin or a marketer”. */
export function whoMay(permission: Permission): string {
  const words = PERMISSIONS[permission].map((role) => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`));
  return words.length < 2 ? (words[0] ?? "nobody") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
