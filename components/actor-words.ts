/** Parts of the machine and people without an account, by how the audit names their kind. */
const KINDS: Record<string, string> = { system: "Touchline", operator: "At the machine" };
const ALONE: Record<string, string> = {
  customer: "The customer",
  anonymous: "Somebody not signed in",
  system: "Touchline itself",
};

/** Who did something, for people: `user:7` by name, `system:deliver-due` as “Touchline (deliver due)”. */
export function actorWords(actor: string, name: string | null): string {
  const [kind = "", part] = actor.split(":", 2);
  if (kind === "user") return name ?? "A person who left";
  if (part === undefined) return ALONE[kind] ?? actor;
  return `${KINDS[kind] ?? kind} (${part.replaceAll("-", " ")})`;
}
