import { expect, test } from "vitest";
import { enhancedStatus } from "./enhanced-status";

test.each([
  ["550 5.1.1 User unknown", "5.1.1"],
  ["5.1.0 - Unknown address error 550-'5.2.2 <a@b.test>... Mailbox Full'", "5.2.2"],
  ["Sorry, no mailbox here by that name. (#5.1.1)", "5.1.1"],
  ["5.0.0 (permanent failure)", "5.0.0"],
  ["550-5.7.26 no 550-5.7.26 again", "5.7.26"],
  ["host mx[5.1.1.9] said: 421 go away", ""],
  ["version 14.5.1.1 of 4.7.0.12", ""],
  ["550 3.1.1 is of no class", ""],
  ["", ""],
])("%j: %s", (text, status) => {
  expect(enhancedStatus(text)).toBe(status);
});
