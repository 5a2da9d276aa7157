import { expect, test } from "vitest";
import { isTransient } from "./database";

const error = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test.each([
  { because: "a server that stops", given: error("terminating connection", "57P01"), transient: true },
  {
    because: "a connection that ends in a statement",
    given: error("Connection terminated unexpectedly"),
    transient: true,
  },
  {
    because: "a connection that broke between two statements",
    given: error("Client has encountered a connection error and is not queryable"),
    transient: true,
  },
  {
    because: "a client that was closed",
    given: error("Client was closed and is not queryable"),
    transient: true,
  },
  { because: "a server that is not there", given: error("connect", "ECONNREFUSED"), transient: true },
  { because: "a deadlock's victim", given: error("deadlock detected", "40P01"), transient: true },
  { because: "a constraint", given: error("violates check constraint", "23514"), transient: false },
  { because: "a mistake of ours", given: new TypeError("x is not a function"), transient: false },
  { because: "what is no error", given: "no", transient: false },
])("$because: $transient", ({ given, transient }) => {
  expect(isTransient(given)).toBe(transient);
});
