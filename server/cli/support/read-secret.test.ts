import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { readSecret } from "./read-secret";

const PASSWORD = "nine lives of a quiet cat";

function terminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  return { input, output, secret: readSecret(input, output, "Password: ") };
}

test("a terminal asks and shows nothing of what is typed", async () => {
  const { input, output, secret } = terminal(true);
  for (const key of `${PASSWORD}\r`) input.write(key);
  expect(await secret).toBe(PASSWORD);
  expect(String(output.read())).toBe("Password: \n");
});

test("a pipe is read without a word, its first line only", async () => {
  const { input, output, secret } = terminal(false);
  input.end(`${PASSWORD}\nanother line\n`);
  expect(await secret).toBe(PASSWORD);
  expect(output.read()).toBeNull();
});

test("nothing is taken where the input ends or Ctrl-C is pressed", async () => {
  const ended = terminal(false);
  ended.input.end();
  expect(await ended.secret).toBe("");
  const left = terminal(true);
  left.input.write("half a pass\u0003");
  await expect(left.secret).rejects.toThrow("no password");
});
