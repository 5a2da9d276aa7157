import type { ParseArgsConfig } from "node:util";
import type { Flags } from "./flags";

/** What the command line gave to a command. */
export type Asked = {
  files: readonly string[];
  flags: Flags;
  /** standard input, parsed as JSON; throws BadInput where it is none */
  json(): Promise<unknown>;
};

/** One command of the lab: it reads files or standard input and answers with one JSON value. It needs no database. */
export type LabCommand = {
  /** how it is called, without `npm run -s lab --` */
  usage: string;
  /** what it answers, in one sentence */
  about: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** how many files it takes, from least to most */
  files: readonly [number, number];
  run(asked: Asked): Promise<unknown>;
};
