import { expect, test } from "vitest";
import type { Permission } from "./role";
import { whoMay } from "./who-may";

test.each<[Permission, string]>([
  ["team.write", "an admin"],
  ["import.write", "an admin or a marketer"],
  ["inbox.read", "an admin, a marketer or a reviewer"],
  ["system.run", "nobody"],
])("%s: ask %s", (permission, words) => {
  expect(whoMay(permission)).toBe(words);
});
