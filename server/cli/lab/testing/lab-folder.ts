import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { askLab } from "./ask-lab";

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
      const { code, answer, complaint } = await askLab(...args);
      return { code, answer: answer ?? null, complaint };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
