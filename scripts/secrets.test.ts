import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptSecrets, refuseMadeUpSecrets } from "./secrets.mjs";

const home = mkdtempSync(path.join(tmpdir(), "touchline-secrets-"));
afterAll(() => rmSync(home, { recursive: true }));

test("secrets are made once and only we can read them", () => {
  const first = keptSecrets(home);
  expect(keptSecrets(home)).toEqual(first);
  expect(Buffer.from(first.PEOPLE_KEY, "base64")).toHaveLength(32);
  const file = path.join(home, "secrets.json");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(first);
});

test("production names every secret that is missing and no other", () => {
  const given = {
    NEXTAUTH_SECRET: "x",
    SMTP_URL: "smtp://h",
    PUBLIC_URL: "https://h",
    DATABASE_URL: "postgres://h",
  };
  expect(() => refuseMadeUpSecrets(given)).toThrow(/PEOPLE_KEY.*INNGEST_EVENT_KEY.*MIGRATE_DATABASE_URL/s);
  expect(() => refuseMadeUpSecrets(given)).not.toThrow(/NEXTAUTH_SECRET|SMTP_URL|\n {2}DATABASE_URL/);
});

const strong = {
  NEXTAUTH_SECRET: "q7Zs0vXh2mJt5Rk8Wc1Yd4Fg6Bn9LpEa",
  PEOPLE_KEY: Buffer.from("q7Zs0vXh2mJt5Rk8Wc1Yd4Fg6Bn9LpEa").toString("base64"),
  INNGEST_EVENT_KEY: "e",
  INNGEST_SIGNING_KEY: "signkey-prod-0123456789abcdef0123456789abcdef",
  DATABASE_URL: "postgres://h",
  MIGRATE_DATABASE_URL: "postgres://h",
  SMTP_URL: "smtp://h",
  PUBLIC_URL: "https://h",
};

test("production takes secrets that are none by chance", () => {
  expect(() => refuseMadeUpSecrets(strong)).not.toThrow();
});

test.each([
  { name: "NEXTAUTH_SECRET", value: "x".repeat(40) },
  { name: "PEOPLE_KEY", value: Buffer.alloc(32).toString("base64") },
  { name: "INNGEST_SIGNING_KEY", value: "signkey-prod-00" },
  { name: "PUBLIC_URL", value: "http://h" },
])("production refuses a weak $name and shows no value", ({ name, value }) => {
  expect(() => refuseMadeUpSecrets({ ...strong, [name]: value })).toThrow(new RegExp(`\\n {2}${name} `));
  expect(() => refuseMadeUpSecrets({ ...strong, [name]: value })).not.toThrow(value);
});
