import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { ManualClock } from "@/server/clock";
import { freshDatabase } from "@/server/store/testing/test-database";
import { type Engine, type EngineOptions, startEngine } from "../engine";

export const START = new Date("2026-03-02T08:00:00Z");
const QUIET = { info() {}, warn() {}, error() {}, debug() {} };
const EXTERNAL_SLACK_MS = 1500;
const PATIENCE_MS = 20_000;

export type Server = { baseUrl: string; eventKey: string; signingKey: string };

/** Where the suite runs: on the embedded engine with a clock of its own, or on any Inngest server in real time. */
export type World = {
  server: Server;
  isExternal: boolean;
  /** Only on the embedded engine. */
  engine: Engine;
  clock: ManualClock;
  databaseUrl: string;
  /** Lets `ms` pass and everything happen that is due until then. */
  pass(ms: number): Promise<void>;
  /** Waits until `condition` holds; fails with `what` when it never does. */
  until(what: string, condition: () => boolean): Promise<void>;
  client(id: string): Inngest;
  /** Serves functions and registers them; answers what the registration answered. */
  serve(client: Inngest, functions: InngestFunction.Like[]): Promise<App>;
  close(): Promise<void>;
};

export type App = { url: string; status: number; message: string; stop(): Promise<void> };

export const KEYS = { eventKey: "conformance", signingKey: `signkey-prod-${"5e".repeat(32)}` };

/** Opens the world for a test file. `external` is an Inngest server in cloud mode that can reach this machine. */
export async function openWorld(
  external: Server | null,
  options: Partial<EngineOptions> = {},
): Promise<World> {
  return external === null ? embeddedWorld(options) : externalWorld(external);
}

async function embeddedWorld(options: Partial<EngineOptions>): Promise<World> {
  const database = await freshDatabase();
  const clock = new ManualClock(START);
  const engine = await startEngine({
    databaseUrl: database.appUrl,
    port: 0,
    clock,
    ...KEYS,
    log: QUIET,
    pollMs: 0,
    random: () => 0.5,
    ...options,
  });
  const server = { baseUrl: engine.url, ...KEYS };
  const apps: App[] = [];
  return {
    server,
    isExternal: false,
    engine,
    clock,
    databaseUrl: database.appUrl,
    pass: async (ms) => {
      await engine.idle();
      clock.advance(ms);
      await engine.idle();
    },
    until: async (what, condition) => {
      await engine.idle();
      if (!condition()) throw new Error(`it did not happen: ${what}`);
    },
    client: (id) => clientOf(server, id),
    serve: (client, functions) => serveApp(client, functions, apps),
    close: async () => {
      await engine.stop();
      await Promise.all(apps.map((app) => app.stop()));
      await database.drop();
    },
  };
}

function externalWorld(server: Server): World {
  const apps: App[] = [];
  const absent = (): never => {
    throw new Error("only the embedded engine has it");
  };
  return {
    server,
    isExternal: true,
    get engine() {
      return absent();
    },
    get clock() {
      return absent();
    },
    get databaseUrl() {
      return absent();
    },
    pass: (ms) => sleep(ms + EXTERNAL_SLACK_MS),
    until: async (what, condition) => {
      for (const end = Date.now() + PATIENCE_MS; !condition(); await sleep(50))
        if (Date.now() > end) throw new Error(`it did not happen: ${what}`);
    },
    client: (id) => clientOf(server, id),
    serve: (client, functions) => serveApp(client, functions, apps),
    close: async () => {
      await Promise.all(apps.map((app) => app.stop()));
    },
  };
}

function clientOf(server: Server, id: string): Inngest {
  return new Inngest({ id, ...server, isDev: false, logger: QUIET });
}

export async function serveApp(
  client: Inngest,
  functions: InngestFunction.Like[],
  apps: App[],
): Promise<App> {
  const listener = http.createServer(serve({ client, functions, servePath: "/api/inngest" }));
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/api/inngest`;
  const answer = await fetch(url, { method: "PUT" });
  const { message } = (await answer.json()) as { message: string };
  const app: App = {
    url,
    status: answer.status,
    message,
    stop: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        listener.closeAllConnections();
      }),
  };
  apps.push(app);
  return app;
}

/** The server that the environment of the test run points at; null: the embedded engine. */
export function externalServer(environment: Record<string, string | undefined>): Server | null {
  const {
    INNGEST_BASE_URL: baseUrl,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
  } = environment;
  // The unit tests' own placeholder listens to nobody.
  if (baseUrl === undefined || baseUrl === "http://127.0.0.1:1" || !eventKey || !signingKey) return null;
  return { baseUrl, eventKey, signingKey };
}
