import { expect, test, vi } from "vitest";
import { closePlatform, platform } from "./open-platform";

test("pages and routes, which have copies of the module, share one platform", async () => {
  const first = platform();
  vi.resetModules();
  const copy = await import("./open-platform");
  expect(copy.platform).not.toBe(platform);
  expect(copy.platform()).toBe(first);
  await closePlatform(first);
});
