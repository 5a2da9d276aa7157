import { expect, test } from "vitest";
import { type ChunkContext, contextHash, sealContext } from "./chunk-context";

// a plan is plain data: here only that it is hashed as a whole matters
const context = (seed: number) =>
  ({ plan: { seed, campaign: { b: 1, a: 2 } }, approved: [1] }) as unknown as ChunkContext;

test("the name survives storing, which sorts keys as it likes, and changes with the content", () => {
  const { text, hash } = sealContext(context(7));
  expect(contextHash(JSON.parse(text))).toBe(hash);
  expect(
    contextHash({ approved: [1], plan: { campaign: { a: 2, b: 1 }, seed: 7 } } as unknown as ChunkContext),
  ).toBe(hash);
  expect(contextHash(context(8))).not.toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
});
