import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { address } from "./address";
import { aDraft, inShort } from "./testing/a-draft";

test("without an address nothing is queued", () => {
  expect(inShort(address.check(aDraft(), { hasEmail: true }, defaultPolicy, 0))).toBe("clear");
  expect(inShort(address.check(aDraft(), { hasEmail: false }, defaultPolicy, 0))).toBe(
    "block address.missing",
  );
});
