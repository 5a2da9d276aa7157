import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_PROFILE, joined, type Profile, type ProfilePatch, patched } from "./profile";

const text = fc.constantFrom("a", "b", "c", null);
const patch: fc.Arbitrary<ProfilePatch> = fc.record({
  atMs: fc.integer({ min: 0, max: 5 }),
  values: fc.record(
    { email: text, city: text, country: text, vip: fc.constantFrom(true, false, null) },
    { requiredKeys: [] },
  ),
});
const after = (patches: readonly ProfilePatch[]): Profile =>
  patches.reduce((profile, one) => patched(profile, one, "greater"), EMPTY_PROFILE);

test("patches that are shuffled and repeated five times end in the state of their order", () => {
  const cases = fc.array(patch, { maxLength: 12 }).chain((patches) =>
    fc.tuple(
      fc.constant(patches),
      fc.shuffledSubarray(Array.from({ length: 5 }, () => patches).flat(), {
        minLength: patches.length * 5,
      }),
    ),
  );
  fc.assert(
    fc.property(cases, ([patches, shuffled]) => {
      expect(after(shuffled)).toEqual(after(patches));
    }),
    { numRuns: 1000 },
  );
});

test("joining two profiles equals applying all their patches to one, whichever comes first", () => {
  fc.assert(
    fc.property(fc.array(patch), fc.array(patch), (one, other) => {
      expect(joined(after(one), after(other))).toEqual(after([...one, ...other]));
      expect(joined(after(other), after(one))).toEqual(after([...one, ...other]));
    }),
  );
});

test("an older word changes nothing, and says so by answering the same profile", () => {
  const known = after([{ atMs: 10, values: { city: "Leeds" } }]);
  expect(patched(known, { atMs: 9, values: { city: "York" } }, "greater")).toBe(known);
});

test("null takes a value away, for whoever asks later too", () => {
  const gone = after([
    { atMs: 1, values: { email: "a@example.com" } },
    { atMs: 2, values: { email: null } },
  ]);
  expect(gone.values.email).toBeUndefined();
  expect(patched(gone, { atMs: 1, values: { email: "a@example.com" } }, "greater")).toBe(gone);
});

test("of a file the last row stands, and reading it again changes nothing", () => {
  const rows = ["Paris", "Berlin", "Ghent"].map((city) => ({ atMs: 7, values: { city } }));
  const once = rows.reduce((profile, row) => patched(profile, row, "last"), EMPTY_PROFILE);
  expect(once.values.city).toBe("Ghent");
  const last = rows.slice(-1).map((row) => ({ ...row, atMs: 8 }));
  expect(last.reduce((profile, row) => patched(profile, row, "last"), once)).toBe(once);
});
