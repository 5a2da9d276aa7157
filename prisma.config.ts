import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma would download its schema engine: the one that npm carries as WebAssembly stands in for it
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve("scripts/prisma-schema-engine.mjs");
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= "1";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: {
    url: process.env.MIGRATE_DATABASE_URL ?? "postgresql://127.0.0.1:1/set-MIGRATE_DATABASE_URL",
  },
});
