import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { classifyBounce } from "@/server/domain/bounce/classify-bounce";
import { readBounce } from "@/server/domain/bounce/read-bounce";
import { readWebhook } from "@/server/domain/bounce/read-webhook";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";

/** What each mail that came back, or each webhook of a provider, says of the address. */
export const bounce: LabCommand = {
  usage: "bounce FILE…",
  about: "What bounces mean: each FILE is a mail (.eml), a provider's webhook (.json) or a folder of such.",
  options: {},
  files: [1, Number.POSITIVE_INFINITY],
  async run({ files }) {
    const verdicts = [];
    for (const file of (await Promise.all(files.map(filesIn))).flat())
      verdicts.push({ file, ...classifyBounce(reportOf(file, await bytesOf(file))) });
    return verdicts;
  },
};

/** A file, or all files of a folder and its folders, by name. */
async function filesIn(file: string): Promise<string[]> {
  const found = await stat(file).catch(unreadable(file));
  if (!found.isDirectory()) return [file];
  const entries: Dirent[] = await readdir(file, { withFileTypes: true, recursive: true });
  const inside = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  if (inside.length === 0) throw new BadInput(file, "is an empty folder");
  return inside.sort();
}

const bytesOf = (file: string): Promise<Buffer> => readFile(file).catch(unreadable(file));

function unreadable(file: string) {
  return (error: unknown): never => {
    if (error instanceof Error && "code" in error) throw new BadInput(file, `cannot be read (${error.code})`);
    throw error;
  };
}

function reportOf(file: string, bytes: Buffer) {
  const isJson = /\.json$/i.test(file) || /^\s*[[{]/.test(bytes.toString("latin1", 0, 64));
  return isJson ? readWebhook(jsonOf(file, bytes)) : readBounce(bytes.toString("latin1"));
}

function jsonOf(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new BadInput(file, "is no JSON");
  }
}
