import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;
beforeEach(async () => {
  world = await consoleWorld(start);
});
afterEach(() => world.close());

const ines = {
  email: "ines@larkfield.example",
  name: "Ines Ortega",
  roles: ["reviewer" as const],
  password: "four unrelated words 7",
};

describe("the team", () => {
  test("an address names one account", async () => {
    const { api } = await world.person("admin");
    await api.team.create(ines);
    await expect(api.team.create({ ...ines, email: "INES@LARKFIELD.example" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const { rows } = await api.team.list({});
    expect(rows.map(({ email }) => email)).toContain("ines@larkfield.example");
    expect(JSON.stringify(rows)).not.toMatch(/argon|hash/i);
  });

  test.each([
    { change: { email: "ines@larkfield.example, eve@evil.example" }, field: "email" },
    { change: { email: "іnes@larkfield.example" }, field: "email" },
    { change: { name: "  " }, field: "name" },
    { change: { roles: [] }, field: "roles" },
    { change: { roles: ["owner" as never] }, field: "roles" },
    { change: { password: "too short" }, field: "password" },
    { change: { password: "a".repeat(40) }, field: "password" },
  ])("$field is refused in %o", async ({ change, field }) => {
    const { api } = await world.person("admin");
    await expect(api.team.create({ ...ines, ...change })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining(field),
    });
  });

  test("the last admin stays one, and stays in", async () => {
    const only = await world.person("admin");
    for (const change of [
      () => only.api.team.setRoles({ id: only.id, roles: ["executive"] }),
      () => only.api.team.disable({ id: only.id }),
    ]) {
      await expect(change()).rejects.toMatchObject({
        code: "CONFLICT",
        message: expect.stringContaining("last admin"),
      });
    }
  });

  test("nobody takes the admin role from themselves", async () => {
    const one = await world.person("admin", "marketer");
    const other = await world.person("admin");
    await expect(one.api.team.setRoles({ id: one.id, roles: ["marketer"] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await other.api.team.setRoles({ id: one.id, roles: ["marketer"] });
    expect(await world.audit("team.set-roles")).toEqual([
      {
        actor: other.name,
        entity: String(one.id),
        data: { before: { roles: ["admin", "marketer"] }, after: { roles: ["marketer"] } },
      },
    ]);
  });

  test("a disabled admin does not count as one", async () => {
    const one = await world.person("admin");
    const other = await world.person("admin");
    await one.api.team.disable({ id: other.id });
    await expect(one.api.team.setRoles({ id: one.id, roles: ["executive"] })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  test("two admins who remove each other at once leave one", async () => {
    const one = await world.person("admin");
    const other = await world.person("admin");
    const answers = await Promise.allSettled([
      one.api.team.setRoles({ id: other.id, roles: ["executive"] }),
      other.api.team.setRoles({ id: one.id, roles: ["executive"] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [left] = await world.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM users WHERE 'admin' = ANY(roles)",
    );
    expect(left?.n).toBe(1);
  });

  test("one's own password needs the old one, and guessing it is throttled", async () => {
    const { api: admin } = await world.person("admin");
    const { id } = await admin.team.create(ines);
    const api = world.as({
      kind: "user",
      id,
      name: "Ines",
      roles: ["reviewer"],
      may: new Set(["session.own"]),
    });
    const next = "other unrelated words 8";
    for (let i = 0; i < 10; i++) {
      const guess = api.session.changePassword({ current: `a guess ${i}`, next });
      await expect(guess).rejects.toMatchObject({ code: i < 10 ? "BAD_REQUEST" : "TOO_MANY_REQUESTS" });
    }
    await expect(api.session.changePassword({ current: ines.password, next })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
  });

  test("a change of one's own password ends the sessions before it", async () => {
    const { api: admin } = await world.person("admin");
    const { id } = await admin.team.create(ines);
    const api = world.as({
      kind: "user",
      id,
      name: "Ines",
      roles: ["reviewer"],
      may: new Set(["session.own"]),
    });
    await api.session.changePassword({ current: ines.password, next: "other unrelated words 8" });
    const [row] = await world.sql.rows("SELECT password_changed_at AS at FROM users WHERE id = $1", [id]);
    expect(row).toEqual({ at: start });
    expect(await world.audit("session.change-password")).toEqual([
      { actor: `user:${id}`, entity: String(id), data: { before: null, after: null } },
    ]);
  });

  test.each(["setRoles", "disable", "enable", "resetPassword"] as const)(
    "%s of nobody is refused",
    async (verb) => {
      const { api } = await world.person("admin");
      const input = { id: 4711, roles: ["admin" as const], password: ines.password };
      await expect(api.team[verb](input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );
});
