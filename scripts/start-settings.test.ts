import { expect, test } from "vitest";
import { startSettings } from "./start-settings.mjs";

test("the site listens on this machine only, and everywhere in production, unless told", () => {
  expect(startSettings({})).toEqual({ host: "127.0.0.1", postgresPort: undefined });
  expect(startSettings({ NODE_ENV: "production" }).host).toBe("0.0.0.0");
  expect(startSettings({ LISTEN_HOST: "::1", POSTGRES_PORT: "5433" })).toEqual({
    host: "::1",
    postgresPort: 5433,
  });
});

test.each([
  { LISTEN_HOST: "http://example.com" },
  { LISTEN_HOST: "10.0.0" },
  { POSTGRES_PORT: "postgres" },
  { POSTGRES_PORT: "0" },
  { POSTGRES_PORT: "70000" },
  { POSTGRES_PORT: "54.5" },
])("what cannot be meant is refused by name: %o", (given) => {
  expect(() => startSettings(given)).toThrow(Object.keys(given)[0]);
});
