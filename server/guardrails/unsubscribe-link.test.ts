import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { aDraft, inShort } from "./testing/a-draft";
import { unsubscribeLink } from "./unsubscribe-link";

test("no way out, no way in", () => {
  const check = (hasUnsubscribe: boolean) =>
    inShort(unsubscribeLink.check(aDraft({ hasUnsubscribe }), {}, defaultPolicy, 0));
  expect(check(true)).toBe("clear");
  expect(check(false)).toBe("block unsubscribe.missing");
});
