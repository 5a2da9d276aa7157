"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { ROLES, type Role } from "@/server/domain/role";
import { ROLE_WORDS } from "./role-words";

type Props = {
  roles: readonly Role[];
  error?: string | undefined;
  onChange: (roles: Role[]) => void;
};

/** Which roles a person has: any number of them, at least one. */
export function RoleChecks({ roles, error, onChange }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-12 font-medium text-ink-2">Roles</legend>
      <div className="grid gap-2">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            label={ROLE_WORDS[role].title}
            help={ROLE_WORDS[role].text}
            checked={roles.includes(role)}
            onCheckedChange={(on) =>
              onChange(ROLES.filter((one) => (one === role ? on === true : roles.includes(one))))
            }
          />
        ))}
      </div>
      {error !== undefined && (
        <p role="alert" className="mt-1.5 text-12 text-block">
          {error}
        </p>
      )}
    </fieldset>
  );
}
