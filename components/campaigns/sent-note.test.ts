import { expect, test } from "vitest";
import { sentNote } from "./sent-note";

const nobody = { waiting: 0, rejected: 0, expired: 0 };

test.each([
  {
    given: { chosen: 409, sent: 320, review: { ...nobody, waiting: 28 } },
    says: "28 wait for a person · 61 still to leave, or stopped on the way",
  },
  {
    given: { chosen: 40, sent: 30, review: { waiting: 1, rejected: 4, expired: 5 } },
    says: "1 waits for a person · 9 rejected, or not decided in time",
  },
  { given: { chosen: 10, sent: 10, review: nobody }, says: undefined },
  { given: { chosen: 10, sent: 15, review: nobody }, says: undefined },
])("of $given.chosen chosen $given.sent sent: $says", ({ given, says }) => {
  expect(sentNote(given)).toBe(says);
});
