import type { Person } from "../person";

/** What is kept of a customer: who they are, which is sealed, and what the line may read. */
export type ProfileValues = Person & {
  /** ISO 3166-1 alpha-2 */
  country?: string;
  /** as the source gave it, not derived */
  timeZone?: string;
  language?: string;
  vip?: boolean;
};
export type ProfileField = keyof ProfileValues;

/** `asOf` says for each field since when its value is known, in epoch milliseconds: null for a value that was taken away. */
export type Profile = { values: ProfileValues; asOf: Partial<Record<ProfileField, number>> };

/** What a source says of a customer as of an instant. Null takes a value away; a field that is absent says nothing. */
export type ProfilePatch = {
  atMs: number;
  values: { [Field in ProfileField]?: ProfileValues[Field] | null };
};

export const EMPTY_PROFILE: Profile = { values: {}, asOf: {} };

/** Which of two words of the same instant stands: the one that is read last (a file), or the greater one (events, which come in any order). */
export type Ties = "last" | "greater";

/**
 * A profile after a patch: of each field the newest word stands. With ties "greater", patches that are repeated and
 * shuffled end in one state.
 *
 * Answers the profile itself when nothing changed.
 */
export function patched(profile: Profile, { atMs, values }: ProfilePatch, ties: Ties): Profile {
  const next: Profile = { values: { ...profile.values }, asOf: { ...profile.asOf } };
  let changed = false;
  for (const [name, value] of Object.entries(values)) {
    const field = name as ProfileField; // the keys of a patch are those of the type
    if (value === undefined || !stands(profile, field, { value, atMs }, ties)) continue;
    changed = true;
    next.asOf[field] = atMs;
    delete next.values[field];
    if (value !== null) Object.assign(next.values, { [field]: value });
  }
  return changed ? next : profile;
}

type Word = { value: unknown; atMs: number };

function stands(profile: Profile, field: ProfileField, { value, atMs }: Word, ties: Ties): boolean {
  const since = profile.asOf[field];
  const current = profile.values[field] ?? null;
  // a file that is read again changes nothing, not even when it was last said
  if (ties === "last" && since !== undefined && value === current) return false;
  if (since === undefined || atMs > since) return true;
  return atMs === since && (ties === "last" || String(value ?? "") > String(current ?? ""));
}

/** Two profiles of one person as one: of each field the newer word. The order does not matter. */
export function joined(one: Profile, other: Profile): Profile {
  let result = one;
  for (const [name, atMs] of Object.entries(other.asOf)) {
    const field = name as ProfileField; // the keys of `asOf` are those of the type
    result = patched(result, { atMs, values: { [field]: other.values[field] ?? null } }, "greater");
  }
  return result;
}
