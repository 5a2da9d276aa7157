import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runLab } from "../run-lab";

/** A folder of files for commands of the lab, and the lab itself: its exit code, its answer and its complaint. */
export function labFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "lab-"));
  return {
    file(name: string, text: string): string {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    folder,
    async run(...args: string[]) {
      const said: string[] = [];
      const complaints: string[] = [];
      const code = await runLab(args, {
        stdin: () => Promise.resolve(""),
        say: (line) => said.push(line),
        complain: (line) => complaints.push(line),
      });
      const answer: unknown = said.length === 0 ? null : JSON.parse(said.join(""));
      return { code, answer, complaint: complaints.join("\n") };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
