import { expect, test } from "vitest";
import { isOutage } from "./outage";

const error = (code: string | null, message = "no") =>
  Object.assign(new Error(message), code === null ? {} : { code });

test.each([
  { because: "a connection that is refused", given: error("ECONNREFUSED"), outage: true },
  {
    because: "a connection that ends",
    given: error(null, "Connection terminated unexpectedly"),
    outage: true,
  },
  { because: "a server that stops", given: error("57P01"), outage: true },
  { because: "a full disk", given: error("53100"), outage: true },
  { because: "a lost race", given: error("40P01"), outage: true },
  { because: "a column that a migration has yet to make", given: error("42703"), outage: true },
  { because: "a right that was taken", given: error("42501"), outage: true },
  { because: "a text that jsonb cannot keep", given: error("22P05"), outage: false },
  { because: "a constraint", given: error("23514"), outage: false },
  { because: "an index entry that is too large", given: error("54000"), outage: false },
  { because: "a mistake of ours", given: new TypeError("x is not a function"), outage: false },
  { because: "what is no error", given: "no", outage: false },
])("$because: $outage", ({ given, outage }) => {
  expect(isOutage(given)).toBe(outage);
});
