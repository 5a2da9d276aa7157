import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";

const run = promisify(execFile);
const MINUTES = 60_000;
const program = path.resolve("scripts/run.mjs");
const reportIn = (stdout: string) => JSON.parse(stdout.trim().split("\n").at(-1) ?? "");

// `npm run kill-test` is the full form: 2,000 messages and 20 kills
test("each process is killed once while a campaign leaves: nothing is lost, nothing leaves twice", async () => {
  test.setTimeout(8 * MINUTES);
  const args = [program, "kill-test", "--messages", "240", "--kills", "4", "--seed", "7"];
  const { stdout } = await run(process.execPath, args, { timeout: 7 * MINUTES });
  expect(reportIn(stdout)).toMatchObject({
    messages: 240,
    duplicates: 0,
    unaccounted: 0,
    killed: { worker: 1, web: 1, engine: 1, supervisor: 1 },
    auditVerified: true,
    ok: true,
  });
});
