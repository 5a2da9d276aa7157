import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./bundle.mjs";
import { PlainError } from "./plain-error.mjs";

/**
 * Refuses to start without one of the programs: a site whose worker is missing looks well and does nothing.
 * @param {{ name: string, args: string[] }[]} programs
 */
export function needBuilt(programs, root = ROOT) {
  const missing = programs.filter(({ args }) => !existsSync(path.join(root, args[0])));
  if (missing.length === 0) return;
  const names = missing.map(({ name, args }) => `${name} (${args[0]})`).join(" and ");
  throw new PlainError(
    `The build lacks ${names}. Remove dist/ and start again; where that does not help, the installation is not complete.`,
  );
}
