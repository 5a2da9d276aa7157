/** Moments at which a crash is the most harmful. */
export const FAILPOINTS = [
  "claim-before-audit",
  "after-claim",
  "after-data",
  "settle-before-audit",
  "settle-before-commit",
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

const armed = new Map<Failpoint, number>();
let strike: (() => void) | null = null;

/**
 * Arms failpoints for a test of crashes: `after-claim:3` strikes the third time that point is reached. Nothing is armed
 * unless a test program calls this.
 */
export function armFailpoints(spec: string, onStrike: () => void): void {
  for (const part of spec.split(",").filter((one) => one !== "")) {
    const [name, times = "1"] = part.split(":");
    const known = FAILPOINTS.find((one) => one === name);
    if (known === undefined) throw new Error(`no failpoint ${name}: there are ${FAILPOINTS.join(", ")}`);
    armed.set(known, Number(times));
  }
  strike = onStrike;
}

/** Does nothing, but where a test has armed this point and its time has come. */
export function failpoint(name: Failpoint): void {
  const left = armed.get(name);
  if (left === undefined) return;
  armed.set(name, left - 1);
  if (left === 1) strike?.();
}
