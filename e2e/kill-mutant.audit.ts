import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

const run = promisify(execFile);
const MINUTES = 60_000;
const program = path.resolve("scripts/run.mjs");
const reportIn = (stdout: string) => JSON.parse(stdout.trim().split("\n").at(-1) ?? "");

test("the same kills find out a worker that sends first and records afterwards", async () => {
  test.setTimeout(8 * MINUTES);
  const args = [program, "kill-test", "--mutant", "--messages", "160", "--kills", "8", "--seed", "7"];
  const failed = await run(process.execPath, args, { timeout: 7 * MINUTES }).catch((error) => error);
  expect(failed).toMatchObject({ code: 1 });
  const { ok, duplicates, unaccounted, auditVerified } = reportIn(failed.stdout);
  // all else is well: sending twice is what it is found out by
  expect({ ok, unaccounted, auditVerified }).toEqual({ ok: false, unaccounted: 0, auditVerified: true });
  expect(duplicates).toBeGreaterThan(0);
});
