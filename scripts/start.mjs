import { buildPrograms, buildSite } from "./build.mjs";
import { bundleOnChange } from "./bundle.mjs";
import { needSpace } from "./disk-space.mjs";
import { callersEnvironment, dataFolder, isProduction, programEnvironment } from "./environment.mjs";
import { claimInstance } from "./instance.mjs";
import { keepPostgres } from "./kept-postgres.mjs";
import { migrate } from "./migrate.mjs";
import { exitWith } from "./plain-error.mjs";
import { needPorts } from "./ports.mjs";
import { needProperRoles } from "./postgres/app-role.mjs";
import { programsOf } from "./programs.mjs";
import { refuseDemo, removeUnfinishedDemo, seedDemo } from "./seed.mjs";
import { startSettings } from "./start-settings.mjs";
import { welcome } from "./welcome.mjs";

const READY_MS = 60_000;
/** For what the supervisor itself writes: its state, secrets and logs. */
const ROOM_MB = 20;
/** One Ctrl-C arrives twice: from the terminal, and passed on by npm. */
const SAME_CTRL_C_MS = 1_000;

const development = process.argv.includes("--dev");
const say = (line) => console.log(`  ${line}`);
/** What has to be undone at the end, in the order in which it was done. */
const undo = [];
let stoppingSince = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
stopWithNpm();
await start().catch(async (error) => {
  if (stoppingSince !== null) return;
  await undoAll();
  exitWith(error);
});

async function start() {
  const given = callersEnvironment();
  const { host, postgresPort } = startSettings(given);
  const production = isProduction(given);
  const home = dataFolder(given);
  needSpace(home, ROOM_MB, "starting");
  const instance = await claimInstance(home);
  undo.push(() => instance.release());
  await removeUnfinishedDemo({ given, home, say });

  const database = await openDatabase({ given, home, port: postgresPort });
  const { settings, variables } = programEnvironment(given, database);
  await needPorts(portsOf({ given, settings, host }));
  const applied = await migrate(database.ownerUrl);
  if (applied.length > 0) say(`database: ${applied.length} migrations applied`);
  await needProperRoles(database);
  if (production) await refuseDemo(database.ownerUrl);

  // one waits for the compiler, the other for the database: side by side they take little longer than the longer one
  await Promise.all([
    development ? null : buildSite(say),
    buildPrograms(say).then(() => production || seedDemo({ given, variables, home, say })),
  ]);

  const programs = programsOf({
    given,
    settings,
    variables,
    host,
    home,
    instance,
    development,
    production,
    say,
  });
  await run(programs);
  instance.at(settings.PUBLIC_URL);
  welcome({ settings, home, seconds: process.uptime(), production });
}

/** The caller's database, or one of our own. */
async function openDatabase({ given, home, port }) {
  if (given.DATABASE_URL) return { appUrl: given.DATABASE_URL, ownerUrl: given.MIGRATE_DATABASE_URL };
  const postgres = await keepPostgres({ home, port, say });
  undo.push(() => postgres.stop());
  say(postgres.takenOver ? "database: taken over from a start that was killed" : "database: started");
  return postgres;
}

/** Starts all and waits until all are healthy. While developing, a change restarts what is bundled. */
async function run({ web, bundled }) {
  const programs = [...bundled, web];
  undo.push(() => Promise.all(programs.map((program) => program.stop())));
  say(`starting ${programs.map((program) => program.name).join(", ")}`);
  await Promise.all(programs.map((program) => program.start({ withinMs: READY_MS })));
  if (!development) return;
  let ready = false; // the first bundle is what already runs
  const watching = await bundleOnChange(() => {
    if (ready) for (const program of bundled) program.restart();
    ready = true;
  });
  undo.push(() => watching.dispose());
}

function portsOf({ given, settings, host }) {
  const loopback = "127.0.0.1";
  const wanted = [
    { variable: "PORT", port: settings.PORT, host },
    { variable: "WORKER_PORT", port: settings.WORKER_PORT, host: loopback },
    { variable: "ENGINE_PORT", port: settings.ENGINE_PORT, host: loopback, unless: given.INNGEST_BASE_URL },
    {
      variable: "SANDBOX_SMTP_PORT",
      port: settings.SANDBOX_SMTP_PORT,
      host: loopback,
      unless: given.SMTP_URL,
    },
  ];
  return wanted.filter(({ unless }) => !unless);
}

async function stop(signal) {
  // asked again: go at once, the programs notice it and end by themselves
  if (stoppingSince !== null && signal === "SIGINT" && Date.now() - stoppingSince > SAME_CTRL_C_MS)
    process.exit(130);
  if (stoppingSince !== null) return;
  stoppingSince = Date.now();
  console.log("\n  stopping");
  await undoAll();
  process.exit(0);
}

/** Whoever kills `npm start` means us. npm passes on what it can; SIGKILL it cannot. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || stop("SIGTERM"), 500).unref();
}

async function undoAll() {
  for (const step of undo.splice(0).reverse()) await step();
}
