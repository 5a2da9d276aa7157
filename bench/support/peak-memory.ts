import { readFileSync } from "node:fs";

/** The most memory that this process and the Node process above it have held, MB. Where /proc is missing: this one only. */
export function peakRssMb(): number {
  const ownKb = process.resourceUsage().maxRSS;
  return Math.round((ownKb + peakKbOf(process.ppid)) / 1024);
}

function peakKbOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const isNode = /^Name:\s*(node|MainThread)/m.test(status);
    return isNode ? Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) : 0;
  } catch {
    return 0;
  }
}
