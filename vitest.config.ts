import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const elsewhere = [...configDefaults.exclude, "e2e/**", ".next/**", "dist/**", ".data/**"];

/** Enough for server/env.mjs to be satisfied. Unit tests reach none of it; integration tests bring their own database. */
const env = {
  TZ: "UTC",
  DATABASE_URL: "postgresql://touchline_app@127.0.0.1:1/unit",
  MIGRATE_DATABASE_URL: "postgresql://touchline_owner@127.0.0.1:1/unit",
  // Where the caller names an Inngest server, the engine's conformance suite runs against it.
  INNGEST_BASE_URL: process.env.INNGEST_BASE_URL || "http://127.0.0.1:1",
  INNGEST_EVENT_KEY: process.env.INNGEST_EVENT_KEY || "test-event-key",
  INNGEST_SIGNING_KEY: process.env.INNGEST_SIGNING_KEY || `signkey-prod-${"0".repeat(64)}`,
  NEXTAUTH_SECRET: "test-only-nextauth-secret-0123456789",
  PEOPLE_KEY: Buffer.alloc(32, 7).toString("base64"),
  OPENAI_API_KEY: "",
  SMTP_URL: "",
  DATA_DIR: ".data/test",
  LOG_LEVEL: "silent",
};

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    env,
    expect: { requireAssertions: true },
    // one a core: tests of the store wait for Postgres half of their time
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "**/*.int.test.ts"],
          globalSetup: ["server/store/testing/have-generated.ts"],
          testTimeout: 120_000, // a busy machine is not a fault
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.int.test.ts"],
          exclude: elsewhere,
          globalSetup: ["server/store/testing/start-database.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
