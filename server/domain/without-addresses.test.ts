import { expect, test } from "vitest";
import { withoutAddresses } from "./without-addresses";

test.each([
  ["550 5.1.1 <ada@example.test>: no such user", "550 5.1.1 <(address)>: no such user"],
  ["550 ada+x@sub.example.test unknown", "550 (address) unknown"],
  ["250 2.0.0 Ok: queued as 4AbC", "250 2.0.0 Ok: queued as 4AbC"],
  ["rcpt=ada@example.test,ben@example.test", "rcpt=(address),(address)"],
])("%s", (said, kept) => {
  expect(withoutAddresses(said)).toBe(kept);
});
