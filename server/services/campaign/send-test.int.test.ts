import { rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Envelope } from "@/server/channels/contract";
import { rulesWriter } from "@/server/llm/rules-writer";
import type { Renderer } from "@/server/render/contract";
import { createRenderer } from "@/server/render/create-renderer";
import { bundleThread } from "@/server/render/testing/bundle-thread";
import { doPreferences, doUnsubscribe } from "../tracking/respond";
import { serveOpen } from "../tracking/serve-visit";
import { type CampaignWorld, campaignWorld, winBack } from "./testing/campaign-world";

let world: CampaignWorld;
let renderer: Renderer;
let script: string;
const sent: Envelope[] = [];
let piece: { creativeId: number; customerId: number };

beforeAll(async () => {
  world = await campaignWorld();
  script = await bundleThread();
  renderer = createRenderer({ threads: 1, script });
  world.platform.renderer = renderer; // the one that sends: its links are what this is about
  world.platform.writer = rulesWriter;
  world.platform.senders.email.send = async (batch) => {
    sent.push(...batch);
    return batch.map(() => ({ kind: "sent", response: "250 2.0.0 taken" }));
  };
  const { api } = world.marketer;
  await world.customer(7, 120);
  const { id } = await api.campaign.create({ ...winBack, variants: ["a"], actions: ["nudge"] });
  await world.system.campaign.writeContent({ campaignId: id, key: null });
  const [written] = (await api.campaign.content({ id })).pieces;
  piece = { creativeId: written?.creative?.id ?? 0, customerId: 7 };
});
afterAll(async () => {
  await renderer.close();
  await world.close();
  await rm(path.dirname(script), { recursive: true, force: true });
});

test("without a sender or a postal address it is refused in words, and nothing is sent or counted", async () => {
  const { api } = world.marketer;
  await expect(api.campaign.sendTest(piece)).rejects.toThrow(/address of the sender are not set/);
  await world.ready();
  const company = await api.settings.current({ kind: "company" });
  const publish = (postalAddress: string, expectedVersion: number) =>
    api.settings.publish({
      kind: "company",
      expectedVersion,
      body: { ...(company.body as object), postalAddress },
      note: "For the test",
    });
  await publish(" ", company.version);
  await expect(api.campaign.sendTest(piece)).rejects.toThrow(/postal address is not set/);
  await publish("18 Mill Lane, Portland", company.version + 1);
  expect(sent).toEqual([]);
  expect(await world.audit("campaign.send-test")).toEqual([]);
});

test("it goes to one's own address, marked, with links that lead on uncounted, and stands in the audit only", async () => {
  const { id, api, name } = world.marketer;
  const [row] = await world.sql.rows<{ email: string }>("SELECT email FROM users WHERE id = $1", [id]);
  const shown = await api.campaign.previewPiece(piece);
  expect(await api.campaign.sendTest(piece)).toMatchObject({
    to: row?.email,
    kind: "sent",
    response: "250 2.0.0 taken",
  });
  const [mail] = sent;
  expect(mail).toMatchObject({
    to: row?.email,
    subject: `[Test] ${shown.message.ok ? shown.message.subject : ""}`,
    from: { address: "hello@example.com" },
  });
  expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
  for (const body of [mail?.html ?? "", mail?.text ?? ""]) {
    expect(body).toContain("http://localhost:3000/u/test");
    expect(body).toContain("https://example.com");
    expect(body).not.toMatch(/link\.invalid|\/api\/c\//);
  }
  expect(await world.audit("campaign.send-test")).toMatchObject([
    { actor: name, entity: String(piece.creativeId), data: { after: piece } },
  ]);
  expect(await world.audit("campaign.send-test-answered")).toMatchObject([
    { actor: name, data: { after: { kind: "sent" } } },
  ]);
  expect(JSON.stringify(await world.audit("campaign.send-test"))).not.toContain(row?.email);
  const [counted] = await world.sql.rows(
    `SELECT (SELECT count(*)::int FROM outbox) AS outbox, (SELECT count(*)::int FROM touches) AS touches,
       (SELECT count(*)::int FROM outcomes) AS outcomes, (SELECT count(*)::int FROM decisions) AS decisions`,
  );
  expect(counted).toEqual({ outbox: 0, touches: 0, outcomes: 0, decisions: 0 });
});

test("its ways out say that it was a test and change nothing; its pixel is seen by nobody", async () => {
  const consents = () => world.sql.rows("SELECT customer_id, state FROM consents");
  const before = await consents();
  const out = await doUnsubscribe(world.platform, "test", "List-Unsubscribe=One-Click");
  expect([out.status, await out.text()]).toEqual([200, expect.stringContaining("This is a test")]);
  expect((await doPreferences(world.platform, "test", "wish=stop")).status).toBe(200);
  const pixel = await serveOpen(world.platform, "test", new Request("http://localhost:3000/api/o/test"));
  expect([pixel.status, pixel.headers.get("content-type")]).toEqual([200, "image/gif"]);
  expect(await consents()).toEqual(before);
  expect(await world.sql.rows("SELECT FROM suppressions")).toEqual([]);
  expect(await world.sql.rows("SELECT FROM outcomes")).toEqual([]);
});

test("a piece or a customer that is not there is refused, and whoever may not write campaigns", async () => {
  const { api } = world.marketer;
  await expect(api.campaign.sendTest({ ...piece, creativeId: 9_999 })).rejects.toThrow(/no creative 9999/);
  await expect(api.campaign.sendTest({ ...piece, customerId: 9_999 })).rejects.toThrow(/no customer 9999/);
  for (const { api: other } of [await world.person("reviewer"), await world.person("executive")])
    await expect(other.campaign.sendTest(piece)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(world.system.campaign.sendTest(piece)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("the eleventh in a quarter of an hour is refused, and nothing is sent", async () => {
  const { api } = await world.person("admin");
  for (let i = 0; i < 10; i++) await api.campaign.sendTest(piece);
  const before = sent.length;
  await expect(api.campaign.sendTest(piece)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  expect(sent).toHaveLength(before);
});
