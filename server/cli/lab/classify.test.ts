import { afterAll, expect, test } from "vitest";
import { labFolder } from "./testing/lab-folder";

const lab = labFolder();
afterAll(lab.remove);

const csv = (...rows: [string, string][]) => ["Text,Intent", ...rows.map((row) => row.join(","))].join("\n");
const seen = (["refund money back", "parcel delivery late"] as const).flatMap((words, at) =>
  Array.from({ length: 12 }, (_, n): [string, string] => [
    `${words} ${"please now thanks today again".split(" ")[n % 5]}`,
    at === 0 ? "refund" : "delivery",
  ]),
);
const train = lab.file("train.csv", csv(...seen));
const test_ = lab.file(
  "test.csv",
  csv(
    ["a refund please", "refund"],
    ["late parcel", "delivery"],
    ["parcel", "refund"],
    ["zzz qqq xxx", "other"],
  ),
);

test("accuracy and macro F1 over all rows", async () => {
  const { code, answer } = await lab.run("classify", train, test_);
  // two of four are right; F1 of refund 2/3, of delivery 2/3, of "other" 0, and of no answer 0
  expect([code, answer]).toEqual([
    0,
    { accuracy: 0.5, macroF1: expect.closeTo((2 / 3 + 2 / 3) / 4, 9), n: 4 },
  ]);
});

test("with --oos: accuracy over those in scope, and who is recognised as out of it", async () => {
  const { answer } = await lab.run(
    "classify",
    train,
    test_,
    "--oos",
    "other",
    "--text",
    "text",
    "--label",
    "intent",
  );
  expect(answer).toEqual({
    accuracy: expect.closeTo(2 / 3, 9),
    macroF1: expect.closeTo((2 / 3 + 2 / 3 + 1) / 3, 9),
    n: 4,
    oosRecall: 1,
  });
});

test.each([
  ["one file", [train], "FILE"],
  ["an unknown column", [train, test_, "--label", "nope"], "--label: there is no column"],
  ["a label that no row has", [train, test_, "--oos", "nope"], "--oos: no row of"],
  [
    "one label only",
    [lab.file("one.csv", csv(["a", "x"], ["b", "x"])), test_],
    "--label: there is only one label",
  ],
  ["a share that is none", [train, test_, "--refusal", "2"], "--refusal: must be"],
])("%s: exit 2 and one line", async (_, args, words) => {
  const { code, complaint } = await lab.run("classify", ...args);
  expect(code).toBe(2);
  expect(complaint).toContain(words);
});
