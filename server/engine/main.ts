import { pino } from "pino";
import { systemClock } from "@/server/clock";
import { env } from "@/server/env.mjs";
import { startEngine } from "./engine";

const log = pino({ name: "engine", level: env.LOG_LEVEL });

const engine = await startEngine({
  databaseUrl: env.DATABASE_URL,
  port: env.ENGINE_PORT,
  clock: systemClock,
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  log,
});
log.info({ url: engine.url }, "the engine is ready");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void engine.stop().then(() => process.exit(0));
  });
