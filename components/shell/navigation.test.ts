import { expect, test } from "vitest";
import { permissionsOf, type Role } from "@/server/domain/role";
import { activeItem, permittedNavigation } from "./navigation";

const titles = (role: Role) =>
  permittedNavigation(permissionsOf([role])).flatMap(({ items }) => items.map(({ title }) => title));

test("an admin sees every page, under its group", () => {
  expect(
    permittedNavigation(permissionsOf(["admin"])).map(({ title, items }) => [
      title,
      items.map((item) => item.title),
    ]),
  ).toEqual([
    ["Watch", ["Overview", "Daily report", "Decisions"]],
    ["Run", ["Campaigns", "Review", "Experiments"]],
    ["Know", ["Customers", "Segments", "Brand", "Imports"]],
    ["Govern", ["Configuration", "Audit"]],
    ["Settings", ["Sandbox inbox", "Settings"]],
  ]);
});

test("nobody sees a page that the API would refuse", () => {
  expect(titles("executive")).not.toContain("Review");
  expect(titles("executive")).toContain("Audit");
  expect(titles("reviewer")).toContain("Review");
  expect(titles("reviewer")).not.toContain("Audit");
  expect(permittedNavigation(new Set())).toEqual([]);
});

test.each([
  { path: "/review", title: "Review" },
  { path: "/customers/812", title: "Customers" },
  { path: "/reviews", title: undefined },
  { path: "/", title: undefined },
])("on $path the active link is $title", ({ path, title }) => {
  expect(activeItem(path)?.item.title).toBe(title);
});
