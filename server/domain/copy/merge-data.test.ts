import { expect, test } from "vitest";
import { defaultCompany } from "../settings/company";
import { mergeData } from "./merge-data";

const nameOf = (firstName?: string) =>
  mergeData(firstName === undefined ? undefined : { firstName }, null, defaultCompany).person.firstName;

test.each(["Ada", "Jean-Luc", "O'Brien", "María José", "李雷", "Müller", "D. J.", "Ng"])(
  "%s is a name",
  (name) => {
    expect(nameOf(name)).toBe(name);
  },
);

test.each([
  "",
  "   ",
  "http://evil.test",
  "evil.com",
  "www.evil",
  "a@b",
  "<img src=x onerror=alert(1)>",
  "{{ company.name }}",
  "win 1000",
  "x".repeat(41),
])("%j is none", (name) => {
  expect(nameOf(name)).toBeNull();
});

test("hidden characters and line breaks go", () => {
  expect(nameOf("A\u200bd\u202ea\r\nB")).toBe("Ada B");
  expect(nameOf()).toBeNull();
});
