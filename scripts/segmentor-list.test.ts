import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { ensureSegmentorList } from "./segmentor-list.mjs";

const root = mkdtempSync(path.join(tmpdir(), "touchline-segmentors-"));
afterAll(() => rmSync(root, { recursive: true }));
for (const place of ["server/segmentors", "server/domain", "tsconfig.json"])
  cpSync(place, path.join(root, place), { recursive: true });
symlinkSync(path.resolve("node_modules"), path.join(root, "node_modules"));

const list = path.join(root, "generated/segmentors.ts");
const PLANTED = `
import { z } from "zod";
import { segmentor } from "./contract";
export const bigBasket = segmentor({
  title: "Big basket",
  needs: ["orders"],
  settings: z.object({}),
  segments: { big: "Big" },
  rules: () => ({ big: "Anybody with an order." }),
  assign: ({ orders }) => (orders > 0 ? "big" : null),
});
`;

/** What a program that was bundled there sees. */
async function bundled(): Promise<typeof import("@/server/segmentors")> {
  const outfile = path.join(root, `dist-${Math.random()}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ["server/segmentors/index.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  return import(pathToFileURL(outfile).href);
}

test("a new file in the folder is a segmentor, and nothing else has to be touched", async () => {
  ensureSegmentorList(root);
  expect(Object.keys((await bundled()).segmentors)).not.toContain("big-basket");
  writeFileSync(path.join(root, "server/segmentors/big-basket.ts"), PLANTED);
  ensureSegmentorList(root);
  const { segmentors, segmentorOf } = await bundled();
  expect(Object.keys(segmentors)).toEqual(["behavioural", "big-basket", "rfm"]);
  expect(segmentorOf("big-basket")?.title).toBe("Big basket");
});

test("a list that still holds is left alone, and one whose file is gone is not", () => {
  ensureSegmentorList(root);
  const before = statSync(list).ino;
  ensureSegmentorList(root);
  expect(statSync(list).ino).toBe(before);
  rmSync(path.join(root, "server/segmentors/rfm.ts"));
  ensureSegmentorList(root);
  expect(readFileSync(list, "utf8")).not.toContain("rfm");
});

test("a file whose name could not be an export is refused by name", () => {
  mkdirSync(path.join(root, "odd/server/segmentors"), { recursive: true });
  writeFileSync(path.join(root, "odd/server/segmentors/Two Words.ts"), "");
  expect(() => ensureSegmentorList(path.join(root, "odd"))).toThrow("Two Words.ts");
});
