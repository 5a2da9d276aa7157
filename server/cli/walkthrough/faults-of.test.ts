import { describe, expect, test } from "vitest";
import { faultsOf } from "./faults-of";

const good = { sent: 900, duplicates: 0, sentToUnsubscribed: 0, auditVerified: true };

describe("a walkthrough is a success only where", () => {
  test("mails left, each once, to nobody who had gone, and the audit verifies", () => {
    expect(faultsOf(good)).toEqual([]);
  });

  test.each([
    [{ sent: 0 }, /no mail/],
    [{ duplicates: 1 }, /more than once/],
    [{ sentToUnsubscribed: 2 }, /unsubscribed/],
    [{ auditVerified: false }, /audit/],
  ])("not with %o", (wrong, fault) => {
    expect(faultsOf({ ...good, ...wrong })).toEqual([expect.stringMatching(fault)]);
  });
});
