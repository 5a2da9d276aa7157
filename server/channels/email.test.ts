import { afterEach, describe, expect, test } from "vitest";
import type { Envelope, Sender } from "./contract";
import { createEmailSender } from "./email";
import { messageIdIn, type ScriptedSmtp, type SmtpScript, startScriptedSmtp } from "./testing/scripted-smtp";

const envelope = (n = 1, over: Partial<Envelope> = {}): Envelope => ({
  messageId: `${n}.abc@mail.example`,
  from: { name: "Kiosk", address: "hello@kiosk.example" },
  to: `c${n}@example.test`,
  replyTo: null,
  subject: "Grüße für Sie",
  html: "<p>Hallo</p>",
  text: "Hallo",
  headers: {
    "List-Unsubscribe": "<https://kiosk.example/u/x>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  },
  ...over,
});

let server: ScriptedSmtp;
let sender: Sender;
afterEach(async () => {
  await sender.close();
  await server.close();
});
async function start(script: SmtpScript = {}, options: { socketTimeoutMs?: number } = {}) {
  server = await startScriptedSmtp(script);
  sender = createEmailSender({ url: server.url, ...options });
}
const sendOne = async () => (await sender.send([envelope()]))[0];

describe("the email channel", () => {
  test("sends a batch, answers in its order, keeps ids and headers", async () => {
    await start();
    const batch = Array.from({ length: 25 }, (_, i) => envelope(i));
    const results = await sender.send(batch);
    expect(results.map(({ kind }) => kind)).toEqual(batch.map(() => "sent"));
    expect(server.taken.map(({ raw }) => messageIdIn(raw)).sort()).toEqual(
      batch.map((one) => one.messageId).sort(),
    );
    expect(server.connections()).toBeLessThanOrEqual(10);
    const raw = server.taken[0]?.raw ?? "";
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(raw).toMatch(/multipart\/alternative/);
    expect(sender.pausedMs?.()).toBe(0);
  });

  test.each<[string, SmtpScript, object]>([
    ["a busy mailbox", { rcptTo: () => "451 4.7.1 greylisted" }, { kind: "later", retryAfterMs: 300_000 }],
    [
      "a server going down",
      { data: () => "421 4.3.2 shutting down" },
      { kind: "later", retryAfterMs: 60_000 },
    ],
    ["a temporary no to the content", { content: () => "452 4.3.1 full" }, { kind: "later" }],
    ["an unknown mailbox", { rcptTo: () => "550 5.1.1 no such user" }, { kind: "refused", bounced: true }],
    ["a refused content", { content: () => "554 5.7.1 spam" }, { kind: "refused" }],
    [
      "a refused sender",
      { mailFrom: () => "550 5.7.1 not yours" },
      { kind: "later", retryAfterMs: 3_600_000 },
    ],
    ["a broken connection at the greeting", { greeting: () => "drop" }, { kind: "later" }],
    ["a broken connection before the content", { rcptTo: () => "drop" }, { kind: "later" }],
    ["a broken connection after the content", { content: () => "drop" }, { kind: "uncertain" }],
    ["a mail taken without an answer", { content: () => "drop-taken" }, { kind: "uncertain" }],
    ["nonsense after the content", { content: () => "999?" }, { kind: "uncertain" }],
  ])("%s", async (_, script, expected) => {
    await start(script);
    expect(await sendOne()).toMatchObject(expected);
  });

  test("silence after the content is uncertain, silence before it is not", async () => {
    await start({ content: () => "hang" }, { socketTimeoutMs: 200 });
    expect(await sendOne()).toMatchObject({ kind: "uncertain" });
    await sender.close();
    await server.close();
    await start({ rcptTo: () => "hang" }, { socketTimeoutMs: 200 });
    expect(await sendOne()).toMatchObject({ kind: "later" });
  });

  test("nobody there: later, and nothing is to be claimed for a while", async () => {
    await start();
    await server.close();
    expect(await sendOne()).toMatchObject({ kind: "later" });
    expect(sender.pausedMs?.()).toBeGreaterThan(50_000);
  });

  test("one silent message in a batch harms no other", async () => {
    await start({ content: (mail) => (mail.to === "c3@example.test" ? "drop-taken" : "250 ok") });
    const results = await sender.send([1, 2, 3, 4, 5].map((n) => envelope(n)));
    expect(results.map(({ kind }) => kind)).toEqual(["sent", "sent", "uncertain", "sent", "sent"]);
    expect(server.taken).toHaveLength(5);
    expect(sender.pausedMs?.()).toBe(0);
  });

  test.each<[string, Partial<Envelope>]>([
    ["a line break in the address", { to: "a@b.test>\r\nRCPT TO:<evil@x.test" }],
    ["two addresses", { to: "a@b.test,evil@x.test" }],
    ["a display name", { to: "Evil <evil@x.test>" }],
    ["a quoted local part", { to: '"a b"@x.test' }],
    ["a line break in the subject", { subject: "Hi\r\nBcc: evil@x.test" }],
    ["a line separator in the subject", { subject: "Hi\u2028there" }],
    ["a line break in the name", { from: { name: "K\nBcc: evil@x.test", address: "hello@kiosk.example" } }],
    ["a line break in a header", { headers: { "X-A": "1\r\nBcc: evil@x.test" } }],
    ["a header that is none", { headers: { "X A:\r\n": "1" } }],
    ["a line break in the reply address", { replyTo: "a@b.test\nBcc: evil@x.test" }],
    ["a strange message id", { messageId: "x>\r\nBcc: evil@x.test" }],
  ])("%s never reaches the mailer", async (_, over) => {
    await start();
    expect((await sender.send([envelope(1, over)]))[0]).toMatchObject({ kind: "refused" });
    expect(server.connections()).toBe(0);
  });
});
