/** Who may do what. One table, read by the server, the buttons and the tests. */
export const ROLES = ["admin", "marketer", "reviewer", "executive"] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = {
  "figures.read": ["admin", "marketer", "reviewer", "executive"],
  "campaign.read": ["admin", "marketer", "reviewer", "executive"],
  "campaign.write": ["admin", "marketer"],
  "campaign.launch": ["admin", "marketer"],
  "customer.read": ["admin", "marketer", "reviewer"],
  "customer.write": ["admin", "marketer"],
  /** lets personal data out of the console */
  "customer.export": ["admin", "marketer"],
  "decision.read": ["admin", "marketer", "reviewer", "executive"],
  "review.read": ["admin", "marketer", "reviewer"],
  "review.decide": ["admin", "reviewer"],
  "import.read": ["admin", "marketer"],
  "import.write": ["admin", "marketer"],
  "settings.read": ["admin", "marketer", "reviewer", "executive"],
  "settings.write": ["admin", "marketer"],
  "policy.write": ["admin"],
  /** where the figures began and where they are to be */
  "targets.write": ["admin"],
  "audit.read": ["admin", "executive"],
  "team.read": ["admin"],
  "team.write": ["admin"],
  /** takes a demo company away */
  "company.clear": ["admin"],
  /** work of the machine that failed for good: see it, ask for it again, take it away */
  "failure.settle": ["admin"],
  "inbox.read": ["admin", "marketer", "reviewer"],
  /** one's own views of lists, and those that the team shares */
  "view.own": ["admin", "marketer", "reviewer", "executive"],
  "view.share": ["admin", "marketer"],
  /** one's own session and password */
  "session.own": ["admin", "marketer", "reviewer", "executive"],
  /** What only the machinery does: chunks, claims, sweeps. No role has it. */
  "system.run": [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** The permissions that a set of roles grants together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const granted = new Set<Permission>();
  for (const [permission, holders] of Object.entries(PERMISSIONS)) {
    if (roles.some((role) => (holders as readonly Role[]).includes(role)))
      granted.add(permission as Permission);
  }
  return granted;
}

/** What the machinery may do: its own work and the questions that it asks on the way. Changes are a person's. */
export const SYSTEM_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  "system.run",
  "figures.read",
  "campaign.read",
  "customer.read",
  "decision.read",
  "review.read",
  "import.read",
  "settings.read",
  "audit.read",
  "inbox.read",
]);
