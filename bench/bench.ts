// npm run bench -- NAME [--option value …]: one measurement, whose result is the last line of standard output, as JSON.
import { consoleUnderLoad } from "./support/console";
import { decide } from "./support/decide";
import { fitClv } from "./support/fit-clv";
import { ingest } from "./support/ingest";
import { options } from "./support/options";
import { pages } from "./support/pages";
import { score } from "./support/score";
import { sendEvents } from "./support/send-events";
import { train } from "./support/train";

const BENCHES: Readonly<Record<string, (args: Readonly<Record<string, string>>) => Promise<object>>> = {
  clv: fitClv,
  console: consoleUnderLoad,
  decide,
  ingest,
  pages,
  score,
  // the load of `ingest`, which starts it
  "send-events": sendEvents,
  train,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  console.error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(", ")}`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await bench(options(args))));
}
