import { text } from "node:stream/consumers";
import { runLab } from "./lab/run-lab";

/** npm run -s lab -- COMMAND [FILE] [flags]: the statistics of the product on your own data; prints one JSON value. */
process.exitCode = await runLab(process.argv.slice(2), {
  stdin: () => text(process.stdin),
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
