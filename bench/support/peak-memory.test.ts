import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { peakRssMb } from "./peak-memory";

const proc = mkdtempSync(path.join(tmpdir(), "touchline-proc-"));
afterAll(() => rmSync(proc, { recursive: true }));
const MB = 1024;

test("npm counts too where it was called, and whoever called npm does not", () => {
  for (const [pid, parent, mb] of [
    [30, 20, 100],
    [20, 10, 1_000],
    [10, 1, 10_000],
  ] as const) {
    mkdirSync(path.join(proc, String(pid)));
    writeFileSync(
      path.join(proc, String(pid), "status"),
      `Name:\tnode\nPPid:\t${parent}\nVmPeak:\t999999 kB\nVmHWM:\t  ${mb * MB} kB\n`,
    );
  }
  const own = peakRssMb({ proc, levels: 0 });
  const above = (levels: number) => Math.round((peakRssMb({ proc, pid: 30, levels }) - own) / 100) * 100;
  expect(own).toBeGreaterThan(0);
  expect([1, 2].map(above)).toEqual([100, 1_100]);
  expect(peakRssMb({ proc, pid: 77, levels: 2 }) - own).toBeLessThan(50); // no such process
});
