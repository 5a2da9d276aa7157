import path from "node:path";
import { needBuilt } from "./need-built.mjs";
import { Supervised } from "./supervised.mjs";

const NEXT = "node_modules/next/dist/bin/next";

/** The programs of this installation, not yet started: web, worker and, where no Inngest server is given, the engine. */
export function programsOf({
  given,
  settings,
  variables,
  host,
  home,
  instance,
  development,
  production,
  say,
}) {
  const { MIGRATE_DATABASE_URL: _, ...rest } = variables; // programs that serve work as the app's role only
  const env = {
    ...rest,
    NODE_ENV: development ? "development" : "production",
    INNGEST_DEV: "0", // its development mode would accept unsigned calls
  };
  const common = {
    env,
    logs: path.join(home, "logs"),
    echo: development || production,
  };
  const onEvent = (name) => (what, detail) => {
    if (what === "started") instance.note(name, detail);
    else say(`${name} ended (${detail}): starting it again`);
  };
  const program = (name, args, health) =>
    new Supervised({ ...common, name, args, health, onEvent: onEvent(name) });

  const reach = ["0.0.0.0", "::", "localhost"].includes(host) ? "127.0.0.1" : host;
  const web = program(
    "web",
    [NEXT, development ? "dev" : "start", "--port", String(settings.PORT), "--hostname", host],
    `http://${reach}:${settings.PORT}/api/health`,
  );
  const bundled = [program("worker", ["dist/worker.mjs"], `http://127.0.0.1:${settings.WORKER_PORT}/health`)];
  if (!given.INNGEST_BASE_URL) {
    bundled.unshift(
      program("engine", ["dist/engine.mjs"], `http://127.0.0.1:${settings.ENGINE_PORT}/health`),
    );
  }
  needBuilt(bundled);
  return { web, bundled };
}
