import { parseArgs } from "node:util";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { COMMANDS } from "./commands";
import { Flags } from "./flags";

export type LabEnds = {
  stdin(): Promise<string>;
  /** one JSON value, or the help that was asked for */
  say(line: string): void;
  /** what is wrong, in one line */
  complain(line: string): void;
};

/** Runs one command of the lab. Answers the exit code: 0 done, 2 bad input. Other errors throw. */
export async function runLab(args: readonly string[], ends: LabEnds): Promise<number> {
  const [name = "help", ...rest] = args;
  if (name === "help" || name === "--help") {
    ends.say(overview());
    return 0;
  }
  try {
    const command = commandNamed(name);
    if (rest.includes("--help")) ends.say(helpOf(command));
    else ends.say(JSON.stringify(await command.run(askedOf(command, rest, ends))));
    return 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    ends.complain(error.message);
    return 2;
  }
}

function commandNamed(name: string): LabCommand {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command;
  throw new BadInput("COMMAND", `there is no "${name}"; there are ${Object.keys(COMMANDS).join(", ")}`);
}

function askedOf(command: LabCommand, args: readonly string[], ends: LabEnds) {
  const { values, positionals } = parsed(command, args);
  const [least, most] = command.files;
  if (positionals.length < least || positionals.length > most)
    throw new BadInput("FILE", `${countWords(least, most)}; use: ${command.usage}`);
  return {
    files: positionals,
    flags: new Flags(values),
    json: async () => jsonOf(await ends.stdin()),
  };
}

function parsed({ options }: LabCommand, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, flag = "FLAGS"] = /'(-\S*?)[ ']/.exec(error.message) ?? [];
    throw new BadInput(flag, error.message.split(". ")[0] ?? error.message);
  }
}

const countWords = (least: number, most: number): string =>
  most === 0 ? "takes no file" : least === most ? `takes ${least}` : `takes ${least} or more`;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput(
      "standard input",
      text.trim() === "" ? "is empty; give one JSON object" : "is no JSON",
    );
  }
}

const helpOf = ({ usage, about }: LabCommand): string => `npm run -s lab -- ${usage}\n\n${about}`;

function overview(): string {
  const lines = Object.values(COMMANDS).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return `npm run -s lab -- COMMAND [FILE] [flags]\n\n${lines.join("\n")}`;
}
