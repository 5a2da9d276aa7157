import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope, SendResult } from "@/server/channels/contract";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const NOW = new Date("2026-11-20T09:00:00Z");
let world: ConsoleWorld;
const sent: Envelope[] = [];
let result: SendResult = { kind: "sent", response: "250 2.0.0 taken" };

beforeAll(async () => {
  world = await consoleWorld(NOW);
  world.platform.senders.email.send = async (batch) => {
    sent.push(...batch);
    return batch.map(() => result);
  };
});
afterAll(() => world.close());

test("a test mail goes to one's own address, and the server's answer comes back word for word", async () => {
  const { id, api, name } = await world.person("marketer");
  const [row] = await world.sql.rows<{ email: string }>("SELECT email FROM users WHERE id = $1", [id]);
  expect(await api.connection.testMail({})).toMatchObject({
    to: row?.email,
    from: "hello@example.com",
    kind: "sent",
    response: "250 2.0.0 taken",
  });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to: row?.email, from: { address: "hello@example.com" } });
  result = { kind: "refused", response: "550 no such sender" };
  expect(await api.connection.testMail({})).toMatchObject({
    kind: "refused",
    response: "550 no such sender",
  });
  const audit = await world.audit("settings.test-mail-answered");
  expect(audit).toMatchObject([
    { actor: name, data: { after: { kind: "sent" } } },
    { actor: name, data: { after: { kind: "refused" } } },
  ]);
  expect(JSON.stringify(await world.audit("settings.test-mail"))).not.toContain(row?.email);
});

test("tests are counted per person: the eleventh in a quarter of an hour is refused, and nothing is sent", async () => {
  const { api } = await world.person("admin");
  for (let i = 0; i < 10; i++) await api.connection.testMail({});
  const before = sent.length;
  await expect(api.connection.testMail({})).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  expect(sent).toHaveLength(before);
});

test("who may not change settings may not test, nor may the machinery", async () => {
  const { api } = await world.person("executive");
  await expect(api.connection.testMail({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(world.system.connection.testMail({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the model is asked where there is one; without a key it says so", async () => {
  const { api } = await world.person("admin");
  await expect(api.connection.testModel({})).rejects.toThrow(/no model key is set/);
  const probed = { model: "m", outcome: "ok", milliseconds: 40, inputTokens: 12, outputTokens: 9 };
  world.platform.writer.probe = async () => probed;
  expect(await api.connection.testModel({})).toEqual(probed);
  expect(await world.audit("settings.test-model")).toHaveLength(1);
});
