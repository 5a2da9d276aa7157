import { getRewrittenUrl, unstable_getResponseFromNextConfig } from "next/experimental/testing/server";
import { expect, test } from "vitest";
import nextConfig from "./next.config.mjs";

const answeredBy = async (path: string) =>
  getRewrittenUrl(await unstable_getResponseFromNextConfig({ url: `http://h${path}`, nextConfig }));

test.each([
  "/customers/abc",
  "/customers/0",
  "/customers/-1",
  "/customers/1234567890",
  "/imports/zzz",
  "/decisions/abc",
  "/decisions/7",
  "/decisions/1-0",
  "/segments/zzz",
])("no page begins to stream for %s", async (path) => {
  expect(await answeredBy(path)).toBe("http://h/not-found");
});

test.each([
  "/customers",
  "/customers/1",
  "/customers/999999999",
  "/customers/1/next",
  "/imports/12",
  "/decisions/1-2",
  "/segments/rfm.at-risk",
  "/segments/rfm~behavioural.at-risk",
])("%s keeps its page", async (path) => {
  expect(await answeredBy(path)).toBeNull();
});
