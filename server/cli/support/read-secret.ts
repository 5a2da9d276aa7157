import { createInterface } from "node:readline";
import { Writable } from "node:stream";

type Input = NodeJS.ReadableStream & { isTTY?: boolean };

/**
 * One line of standard input: as an argument it would stand in the list of processes and in the shell's history. At a
 * terminal it is asked for and not shown; Ctrl-C there throws. Empty where the input ends.
 */
export function readSecret(input: Input, output: NodeJS.WritableStream, ask: string): Promise<string> {
  const isTerminal = input.isTTY === true;
  // what the line editor would echo goes nowhere
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (isTerminal) output.write(ask);
  const lines = createInterface({ input, output: nowhere, terminal: isTerminal });
  return new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    lines.once("SIGINT", () => reject(new Error("no password was given")));
    lines.once("close", () => resolve(""));
  }).finally(() => {
    lines.close();
    if (isTerminal) output.write("\n");
  });
}
