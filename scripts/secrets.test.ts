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
