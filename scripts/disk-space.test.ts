import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { freeMegabytes, needSpace } from "./disk-space.mjs";

test("room that is there is enough, room that is not is named with its folder and a way out", () => {
  expect(() => needSpace(tmpdir(), 1, "the test")).not.toThrow();
  const tooMuch = freeMegabytes(tmpdir()) + 1_000_000;
  expect(() => needSpace(tmpdir(), tooMuch, "the test")).toThrow(
    new RegExp(`The disk is full: ${tmpdir()} has \\d+ MB left and the test needs ${tooMuch} MB.*DATA_DIR`),
  );
});

test("a write that finds no room ends the program in words, without a stack", () => {
  const program = `import { exitWith } from "./scripts/plain-error.mjs";
    exitWith(Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }));`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\nThe disk is full/);
  expect(stderr).not.toContain("    at ");
});
