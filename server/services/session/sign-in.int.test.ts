import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/server/store/database";
import { signInThrottle, trimThrottles } from "@/server/store/throttle";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";
import { HASH_OF_NOBODY, hashPassword, verifyPassword } from "./password";
import { signIn } from "./sign-in";

const PASSWORD = "four unrelated words 7";
let world: ConsoleWorld;
let id: number;

beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-02T09:00:00Z"));
  const admin = await world.person("admin");
  const ines = await admin.api.team.create({
    email: " Ines@Larkfield.Example",
    name: "Ines Ortega",
    roles: ["reviewer", "reviewer"],
    password: PASSWORD,
  });
  id = ines.id;
});
afterAll(() => world.close());

const from = (address: string, email = "ines@larkfield.example", password = PASSWORD) =>
  signIn(world.platform, { email, password, address });

describe("signing in", () => {
  test("takes the address in any case and the password as it is", async () => {
    expect(await from("192.0.2.1", "INES@larkfield.example")).toEqual({ kind: "in", userId: id });
    expect(await from("192.0.2.1", "ines@larkfield.example", `${PASSWORD} `)).toEqual({ kind: "wrong" });
    expect(await world.audit("session.sign-in")).toEqual([
      { actor: `user:${id}`, entity: String(id), data: null },
    ]);
  });

  test.each([
    { email: "nobody@larkfield.example", because: "an unknown account" },
    { email: "іnes@larkfield.example", because: "a look-alike" },
    { email: "ines@larkfield.example,admin@larkfield.example", because: "a list" },
    { email: '"ines@larkfield.example"@larkfield.example', because: "a quoted local part" },
    { email: "ines@larkfield.example\u0000", because: "NUL" },
    { email: "' OR 1=1 --", because: "an injection" },
  ])("answers the same for $because", async ({ email }) => {
    expect(await from("192.0.2.2", email)).toEqual({ kind: "wrong" });
  });

  test("does the same work for an unknown account as for a known one", async () => {
    const parameters = (hash: string) => hash.split("$").slice(0, 4).join("$");
    expect(parameters(await hashPassword(PASSWORD))).toBe(parameters(HASH_OF_NOBODY));
    expect(await verifyPassword(null, PASSWORD)).toBe(false);
  });

  test("keeps the hash, never the password, and neither in the audit", async () => {
    const [row] = await world.sql.rows<{ hash: string }>(
      "SELECT password_hash AS hash FROM users WHERE id = $1",
      [id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [leak] = await world.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_entries WHERE body LIKE '%larkfield%' OR body LIKE '%argon%' OR body LIKE '%unrelated%' OR body LIKE '%Ines%'",
    );
    expect(leak?.n).toBe(0);
  });

  test("is throttled per account and address, and the owner still gets in from elsewhere", async () => {
    for (let i = 0; i < 10; i++)
      expect(await from("198.51.100.9", undefined, "a wrong guess")).toEqual({ kind: "wrong" });
    const blocked = await from("198.51.100.9");
    expect(blocked).toEqual({ kind: "wait", seconds: expect.any(Number) });
    expect(await from("192.0.2.50")).toEqual({ kind: "in", userId: id });
    expect(await from("198.51.100.9", "nobody@larkfield.example")).toEqual({ kind: "wrong" });
  });

  test("a burst cannot slip through before it is counted", async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => from("198.51.100.77", undefined, "a guess")),
    );
    expect(answers.filter(({ kind }) => kind === "wrong")).toHaveLength(10);
    expect(answers.filter(({ kind }) => kind === "wait")).toHaveLength(30);
  });

  test("is throttled per address over all accounts", async () => {
    const guesses = Array.from({ length: 101 }, (_, i) => `person${i}@larkfield.example`);
    const answers = [];
    for (const email of guesses) answers.push(await from("198.51.100.200", email, "a guess"));
    expect(answers.map(({ kind }) => kind)).toEqual([...Array(100).fill("wrong"), "wait"]);
  });

  test("counts hashes of accounts and addresses, not the texts", async () => {
    const [row] = await world.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM throttles WHERE key LIKE '%larkfield%' OR key LIKE '%198.51%'",
    );
    expect(row?.n).toBe(0);
  });

  test("throws when the database is down: that is no wrong password", async () => {
    const gone = openDatabase("postgresql://touchline_app:x@127.0.0.1:1/none", 1);
    const platform = { ...world.platform, database: gone };
    await expect(
      signIn(platform, { email: "ines@larkfield.example", password: PASSWORD, address: "::1" }),
    ).rejects.toThrow(/ECONNREFUSED|connect/);
    await gone.close();
  });
});

test("a disabled account answers like a wrong password", async () => {
  const { api } = await world.person("admin");
  await api.team.disable({ id });
  expect(await from("192.0.2.60")).toEqual({ kind: "wrong" });
  await api.team.enable({ id });
  expect(await from("192.0.2.60")).toEqual({ kind: "in", userId: id });
});

test("attempts share one throttle, and are forgotten when their time is over", async () => {
  const { database } = world.platform;
  expect(signInThrottle(database)).toBe(signInThrottle(database));
  await from("192.0.2.99", "nobody@larkfield.example");
  expect(await trimThrottles(database, new Date())).toBe(0);
  const afterwards = new Date(Date.now() + 3_600_000);
  expect(await trimThrottles(database, afterwards)).toBeGreaterThan(0);
});
