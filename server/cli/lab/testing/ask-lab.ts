import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runLab } from "../run-lab";

/** What a call of the lab ended with; `answer` is the JSON that it printed, undefined where it printed none. */
export type Ended = { code: number; answer: unknown; complaint: string };

/** Runs a command of the lab in this process. */
export async function askLab(...args: readonly string[]): Promise<Ended> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runLab(args, {
    stdin: async () => "",
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  const text = said.join("\n");
  return { code, answer: text === "" ? undefined : JSON.parse(text), complaint: complained.join("\n") };
}

/** A file of these lines, in a folder of its own. */
export function fileOf(lines: readonly string[], name = "data.csv"): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "lab-")), name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

// vitest hands the environment on as import.meta.env
const { env } = import.meta as unknown as { env: Record<string, string | undefined> };

/** A file of the real data (setting EVAL_DATA_DIR), which may be absent. */
export const dataFile = (name: string): string => path.join(env.EVAL_DATA_DIR ?? "../shared/data", name);
