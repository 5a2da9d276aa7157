import { isValidElement } from "react";
import { expect, test } from "vitest";
import { Later, Soon } from "./later";

const soon = (ask: () => Promise<string>, patienceMs: number | null) =>
  Soon({ ask, patienceMs, instead: "skeleton", children: (found) => `page of ${found}` });
const after = (ms: number) => new Promise<string>((resolve) => setTimeout(resolve, ms, "figures"));

test.each([
  { because: "it is there in time", answerMs: 1, patienceMs: 5_000 },
  { because: "it is waited for, however long", answerMs: 30, patienceMs: null },
])("the page comes as a whole where $because", async ({ answerMs, patienceMs }) => {
  expect(await soon(() => after(answerMs), patienceMs)).toBe("page of figures");
});

test("a slow page leaves its place to its stand-in, and its question is asked once", async () => {
  let asked = 0;
  const page = await soon(() => {
    asked++;
    return after(60);
  }, 1);
  if (!isValidElement<Parameters<typeof Later<string>>[0]>(page)) throw new Error("no element");
  expect(page.type).toBe(Later);
  expect(page.props.instead).toBe("skeleton");
  expect(page.props.children(await page.props.ask())).toBe("page of figures");
  expect(asked).toBe(1);
});

test("what goes wrong is heard by whoever waits", async () => {
  await expect(soon(() => Promise.reject(new Error("no figures")), 5_000)).rejects.toThrow("no figures");
});
