import { expect, test } from "vitest";
import { reasonOf } from "./dead-letters";

test("a reason is text that a text column takes, of a length that a log line bears", () => {
  expect(reasonOf(new Error("a\u0000b"))).toBe("a\uFFFDb");
  expect(reasonOf("just words")).toBe("just words");
  expect(reasonOf(new Error("x".repeat(5000)))).toHaveLength(1000);
});
