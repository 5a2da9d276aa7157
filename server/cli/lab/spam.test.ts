import { afterAll, expect, test } from "vitest";
import { labFolder } from "./testing/lab-folder";

const lab = labFolder();
afterAll(lab.remove);

const rows = (count: number, from: number) =>
  Array.from({ length: count }, (_, n) =>
    n % 2 === 0
      ? `yes,win a cash prize now call 0900${from + n}`
      : `no,${["see you at lunch", "I am late home", "meet me after work", "thanks for dinner"][n % 4]} ${from + n}`,
  );
const train = lab.file("train.csv", ["junk,message", ...rows(60, 10)].join("\n"));
const test_ = lab.file("test.csv", ["junk,message", ...rows(20, 500)].join("\n"));
const files = ["spam", "--train", train, "--test", test_, "--text", "message", "--label", "junk"];

test("a filter is trained and measured, and says its words", async () => {
  const { code, answer } = await lab.run(...files);
  expect(code).toBe(0);
  expect(answer).toMatchObject({ accuracy: 1, f1: 1, precision: 1, recall: 1, falsePositiveRate: 0, n: 20 });
  expect(answer).toMatchObject({ threshold: expect.any(Number), topWords: expect.any(Array) });
  const { answer: other } = await lab.run(...files, "--positive", "no");
  expect(other).toMatchObject({ recall: 1, n: 20 });
});

test("one text by the lexicon, which says that it is trained on nothing", async () => {
  const { answer } = await lab.run("spam", "--text", "You have won a prize, claim now!!");
  expect(answer).toMatchObject({ isSpam: true, model: expect.stringContaining("trained on nothing") });
});

test.each([
  ["nothing", ["spam"], "--text: is needed"],
  ["no file to measure on", ["spam", "--train", train, "--text", "message"], "--test: is needed"],
  ["an unknown label", [...files, "--positive", "maybe"], "--positive: no row of TRAIN"],
  [
    "labels of which none means spam",
    ["spam", "--train", lab.file("ab.csv", "label,text\na,x\nb,y"), "--test", test_],
    "--positive: say which label means spam",
  ],
  [
    "spam alone",
    [
      "spam",
      "--train",
      lab.file("one.csv", "label,text\nspam,x\nspam,y"),
      "--test",
      lab.file("two.csv", "label,text\nspam,x"),
    ],
    "--positive: TRAIN needs rows",
  ],
])("%s: exit 2 and one line", async (_, args, words) => {
  const { code, complaint } = await lab.run(...args);
  expect(code).toBe(2);
  expect(complaint).toContain(words);
});
