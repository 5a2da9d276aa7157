import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { logSerializers } from "./log-serializers";

/** As `pg` throws it when a row of a COPY breaks a rule. */
const refused = Object.assign(new Error("duplicate key value violates unique constraint"), {
  code: "23505",
  detail: "Key (email)=(ada@example.test) already exists.",
  where: 'COPY people, line 1: "ada@example.test"',
  internalQuery: "SELECT 'ada@example.test'",
});

const written = (fields: Record<string, unknown>): string => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  pino({ serializers: logSerializers }, stream).error(fields, "something failed");
  return lines.join("");
};

describe("the log", () => {
  test.each([
    ["an error", { err: refused }],
    ["an error with a cause", { err: new Error("not stored", { cause: refused }) }],
    ["what a library says", { said: ["failed", refused, { error: refused }] }],
    ["a library's metadata", { metadata: { error: refused, provider: "credentials" } }],
  ])("keeps code and message of %s, and no value of a row", (_, fields) => {
    const line = written(fields);
    expect(line).not.toContain("ada@example.test");
    expect(line).toContain("23505");
    expect(line).toContain("duplicate key value");
    expect(line).toContain("log-serializers.test");
  });

  test("leaves out the value that a data exception quotes", () => {
    const bad = Object.assign(new Error('invalid input syntax for type uuid: "ada@example.test"'), {
      code: "22P02",
    });
    const line = written({ err: bad });
    expect(line).not.toContain("ada@example.test");
    expect(line).toContain("invalid input syntax for type uuid");
  });

  test("keeps what is no error as it is", () => {
    expect(JSON.parse(written({ err: "text", said: [1, null, { a: [true] }] }))).toMatchObject({
      err: "text",
      said: [1, null, { a: [true] }],
    });
  });
});
