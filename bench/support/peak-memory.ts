import { existsSync, readFileSync } from "node:fs";

type Above = { proc?: string; pid?: number; levels?: number };

/** `npm run` puts two Node processes above ours: npm itself, and the script that made the database. */
// biome-ignore lint/style/noProcessEnv: npm says so nowhere else
const ABOVE = process.env.npm_lifecycle_event === undefined ? 1 : 2;

/**
 * The most memory that this process and the Node processes above it have held, MB: the script that started it and,
 * where npm was called, npm. PostgreSQL is not among them. Where /proc is missing: this one only.
 */
export function peakRssMb({ proc = "/proc", pid = process.ppid, levels = ABOVE }: Above = {}): number {
  let kb = process.resourceUsage().maxRSS;
  let next = pid;
  for (let level = 0; level < levels; level++) {
    const file = `${proc}/${next}/status`;
    if (!existsSync(file)) break;
    const status = readFileSync(file, "utf8");
    const figure = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(status)?.[1] ?? 0);
    kb += figure("VmHWM");
    next = figure("PPid");
  }
  return Math.round(kb / 1024);
}
