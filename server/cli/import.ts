import { parseArgs } from "node:util";
import { systemClock } from "@/server/clock";
import type { Context } from "@/server/context";
import { env } from "@/server/env.mjs";
import { Refusal } from "@/server/errors";
import type { Platform } from "@/server/platform";
import { importLocalFile } from "@/server/services/import/import-local-file";
import { IMPORT_KINDS, type ImportKindName } from "@/server/services/import/kinds";
import { openDatabase } from "@/server/store/database";
import { Vault } from "@/server/store/vault";

const USAGE = `npm run import -- KIND FILE [options]

  KIND          ${IMPORT_KINDS.join(" | ")}
  FILE          a CSV file, plain or .gz

  --map FIELD=COLUMN        which column holds a field, where its name does not tell; may be repeated
  --zone Europe/London      of times without a zone (default: the company's)
  --currency GBP            of amounts without a currency (default: the company's)
  --dates ymd|dmy|mdy       order of day, month and year (default: ymd)
  --decimal .|,             the decimal mark (default: .)
  --delimiter ",|;|tab"     between cells (default: found out)
  --encoding utf-8|utf-16le|windows-1252  (default: found out)
  --keep-ids                leave customer numbers such as 17850.0 as they are
  --from 2011-01-01  --until 2011-09-30   only these days
  --dry-run                 check every row and write nothing but the report

The last line is one JSON object; exit code 1 where the file could not be read to its end.`;

const FLAGS = {
  map: { type: "string", multiple: true },
  zone: { type: "string" },
  currency: { type: "string" },
  dates: { type: "string" },
  decimal: { type: "string" },
  delimiter: { type: "string" },
  encoding: { type: "string" },
  "keep-ids": { type: "boolean" },
  from: { type: "string" },
  until: { type: "string" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** The command line as what is to be imported, or null where it asks for help. Throws where it makes no sense. */
function asked(args: string[]) {
  const { values, positionals } = parseArgs({ args, options: FLAGS, allowPositionals: true });
  if (values.help) return null;
  const [kind, file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Refusal("BAD_REQUEST", "give a kind and a file");
  if (!isKind(kind)) throw new Refusal("BAD_REQUEST", `kind: one of ${IMPORT_KINDS.join(", ")}`);
  const options = {
    timeZone: values.zone,
    currency: values.currency,
    dateOrder: values.dates,
    decimalMark: values.decimal,
    delimiter: values.delimiter === "tab" ? "\t" : values.delimiter,
    encoding: values.encoding,
    wholeIds: values["keep-ids"] === undefined ? undefined : !values["keep-ids"],
    from: values.from,
    until: values.until,
  };
  const mapping = Object.fromEntries((values.map ?? []).map(pairOf));
  return { kind, file, mapping, options, dryRun: values["dry-run"] ?? false };
}

const isKind = (kind: string | undefined): kind is ImportKindName =>
  IMPORT_KINDS.some((known) => known === kind);

function pairOf(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new Refusal("BAD_REQUEST", "map: give FIELD=COLUMN");
  return [text.slice(0, at), text.slice(at + 1)];
}

const PROGRESS_MS = 1000;

const outOfReach = () => Promise.reject(new Error("an import writes, renders and sends nothing"));

/** What an import needs and no more: mail and templates alone would take as much memory as the import does. */
const importPlatform = (): Platform => ({
  database: openDatabase(env.DATABASE_URL, 2),
  vault: new Vault(env.PEOPLE_KEY.toString("base64")),
  clock: systemClock,
  emit: outOfReach,
  renderer: { render: outOfReach, close: async () => undefined },
  senders: { email: { send: outOfReach, close: async () => undefined } },
  writer: { write: outOfReach },
  publicUrl: env.PUBLIC_URL,
});

async function main(): Promise<number> {
  const given = asked(process.argv.slice(2));
  if (given === null) {
    console.log(USAGE);
    return 0;
  }
  const ctx: Context = { actor: { kind: "operator", command: "import" }, platform: importPlatform() };
  const startedMs = performance.now();
  let shownMs = startedMs;
  try {
    const done = await importLocalFile(ctx, given, ({ rows, accepted, rejected }) => {
      if (performance.now() - shownMs < PROGRESS_MS) return;
      shownMs = performance.now();
      console.error(`  ${rows} rows: ${accepted} taken, ${rejected} refused`);
    });
    const { id, kind, state, rows, accepted, rejected, error, summary, dryRun } = done;
    const seconds = Math.round(performance.now() - startedMs) / 1000;
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const report = {
      id,
      kind,
      state,
      dryRun,
      rows,
      accepted,
      rejected,
      ...summary,
      error,
      seconds,
      peakRssMb,
    };
    console.log(JSON.stringify(report));
    return state === "done" ? 0 : 1;
  } finally {
    await ctx.platform.database.close();
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof Refusal || (error instanceof TypeError && "code" in error)) {
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  throw error;
});
