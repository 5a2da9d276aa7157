import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { labFolder } from "./testing/lab-folder";

const lab = labFolder();
afterAll(lab.remove);

const mail = lab.file(
  "in/b.eml",
  "From: MAILER-DAEMON@mx.test\r\n\r\n<a@b.test>: host mx.b.test said: 552 5.2.2 over quota (in reply to RCPT TO command)\r\n",
);
const hook = lab.file("in/a.json", JSON.stringify({ RecordType: "SpamComplaint", TypeCode: 512 }));

test("mails, webhooks and folders, each file with its verdict, in order", async () => {
  const full = { class: "soft", hard: false, status: "5.2.2", reason: "mailboxfull" };
  const complained = { class: "complaint", hard: false, status: "", reason: "feedback" };
  const { answer } = await lab.run("bounce", mail, hook);
  expect(answer).toEqual([
    { file: mail, ...full },
    { file: hook, ...complained },
  ]);
  expect((await lab.run("bounce", path.join(lab.folder, "in"))).answer).toEqual([
    { file: hook, ...complained },
    { file: mail, ...full },
  ]);
});

test.each([
  ["no file", [], "FILE"],
  ["a file that is not there", [path.join(lab.folder, "none.eml")], "cannot be read (ENOENT)"],
  ["a webhook that is no JSON", [lab.file("bad.json", "{")], "is no JSON"],
])("%s: exit 2 and one line", async (_, files, words) => {
  const { code, complaint, answer } = await lab.run("bounce", ...files);
  expect([code, answer]).toEqual([2, null]);
  expect(complaint).toContain(words);
});
