import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readToken, writeToken } from "@/server/domain/token";
import { verifyAudit } from "@/server/store/audit-verify";
import { loadFacts } from "@/server/store/facts.sql";
import { deliverDue } from "../outbox/deliver-due";
import { type DeliveryWorld, deliveryWorld } from "../outbox/testing/delivery-world";
import { seedCampaign, seedCustomers } from "../outbox/testing/seed-campaign";
import { doPreferences, doUnsubscribe, showPreferences, showUnsubscribe } from "./respond";
import { serveClick, serveOpen } from "./serve-visit";

const START = new Date("2026-11-02T09:00:00Z");
const CHROME = {
  "user-agent":
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
};
const ONE_CLICK = "List-Unsubscribe=One-Click";
let world: DeliveryWorld;

type Mail = { customerId: number; outboxId: number; token: Record<"u" | "p" | "o" | "c1" | "c2", string> };

beforeAll(async () => {
  world = await deliveryWorld(START);
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.set(START);
  world.sender.sent.length = 0;
});

/** A customer who just got a message, with the tokens that are in it. */
async function delivered(): Promise<Mail> {
  const [customerId = 0] = await seedCustomers(world.sql, world.platform.vault, 1, START);
  const { outboxIds } = await seedCampaign(world.platform.database, [customerId], START);
  await deliverDue(world.system, {});
  const html = world.sender.sent.find(({ to }) => to === `c${customerId}@example.test`)?.html ?? "";
  const all = (path: string) =>
    [...html.matchAll(new RegExp(`touchline\\.example${path}([\\w-]+)`, "g"))].map(([, t = ""]) => t);
  const clicks = all("/api/c/");
  const sign = world.platform.vault.sign.bind(world.platform.vault);
  const click = (n: number) =>
    clicks.find((token) => {
      const reading = readToken(token, "click", sign);
      return reading.ok && reading.content.n === n;
    }) ?? "";
  const token = {
    u: all("/u/")[0] ?? "",
    p: all("/p/")[0] ?? "",
    o: all("/api/o/")[0] ?? "",
    c1: click(1),
    c2: click(2),
  };
  return { customerId, outboxId: outboxIds[0] ?? 0, token };
}

const stateOf = async (customerId: number) => {
  const facts = (await loadFacts(world.sql, [customerId], world.clock.now())).get(customerId);
  return { consent: facts?.emailConsent, suppressed: facts?.emailSuppression };
};
const get = (headers: Record<string, string> = CHROME, method = "GET") =>
  new Request("https://touchline.example/x", { method, headers });
const outcomes = (outboxId: number) =>
  world.sql.rows<{ kind: string; bot: boolean; detail: string | null }>(
    "SELECT kind, bot, detail FROM outcomes WHERE outbox_id = $1 ORDER BY id",
    [outboxId],
  );
const tamper = (token: string) => `${token.slice(0, 12)}${token[12] === "A" ? "B" : "A"}${token.slice(13)}`;

describe("unsubscribing", () => {
  test("by one POST acts at once: consent, suppression, waiting mail, outcome, audit", async () => {
    const mail = await delivered();
    const other = await seedCampaign(world.platform.database, [mail.customerId], START);
    const response = await doUnsubscribe(world.platform, mail.token.u, ONE_CLICK);
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await stateOf(mail.customerId)).toEqual({ consent: "withdrawn", suppressed: "unsubscribed" });
    expect(await outcomes(mail.outboxId)).toEqual([{ kind: "unsubscribe", bot: false, detail: null }]);
    const [waiting] = await world.sql.rows("SELECT state, reasons FROM outbox WHERE id = $1", [
      other.outboxIds[0],
    ]);
    expect(waiting).toEqual({ state: "cancelled", reasons: ["customer.unsubscribed"] });
    const [entry] = await world.sql.rows<{ actor: string; body: string }>(
      "SELECT actor, body FROM audit_entries WHERE action = 'consent.withdraw' AND entity_id = $1",
      [String(mail.customerId)],
    );
    expect(entry?.actor).toBe("customer");
    expect(entry?.body).toContain('"source":"one-click"');
    expect(entry?.body).not.toContain("example.test");
  });

  test("GET and any number of them change nothing; a second POST adds nothing", async () => {
    const mail = await delivered();
    for (let i = 0; i < 3; i++)
      expect((await showUnsubscribe(world.platform, mail.token.u)).status).toBe(200);
    expect(await stateOf(mail.customerId)).toEqual({ consent: "granted", suppressed: null });
    await doUnsubscribe(world.platform, mail.token.u, ONE_CLICK);
    world.clock.advance(1000);
    await doUnsubscribe(world.platform, mail.token.u, "confirm=yes");
    const rows = await world.sql.rows(
      "SELECT state FROM consents WHERE customer_id = $1 AND state = 'withdrawn'",
      [mail.customerId],
    );
    expect(rows).toHaveLength(1);
    expect(await outcomes(mail.outboxId)).toHaveLength(1);
  });

  test("the page: the reader's language, a button, no script, nothing from elsewhere", async () => {
    const mail = await delivered();
    await world.sql.rows("UPDATE customers SET language = 'de-AT' WHERE id = $1", [mail.customerId]);
    const response = await showUnsubscribe(world.platform, mail.token.u);
    const html = await response.text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<form method="post">');
    expect(html).toContain(">Abmelden</button>");
    expect(html).not.toMatch(/<script|src=|https?:/);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("another person's, another purpose's and altered tokens are 403 and change nothing", async () => {
    const mail = await delivered();
    const bystander = await delivered();
    const forged = writeToken(
      { purpose: "unsubscribe", customerId: bystander.customerId, outboxId: mail.outboxId, n: 0 },
      () => new Uint8Array(10),
    );
    for (const token of [
      tamper(mail.token.u),
      mail.token.p,
      mail.token.o,
      mail.token.c1,
      forged,
      "x",
      "../../x",
      "%00",
    ]) {
      expect((await doUnsubscribe(world.platform, token, ONE_CLICK)).status).toBe(403);
      expect((await showUnsubscribe(world.platform, token)).status).toBe(403);
    }
    expect(await stateOf(mail.customerId)).toEqual({ consent: "granted", suppressed: null });
    expect(await stateOf(bystander.customerId)).toEqual({ consent: "granted", suppressed: null });
  });

  test("an old token of a customer who was merged works on whom they became", async () => {
    const mail = await delivered();
    const [heir = 0] = await seedCustomers(world.sql, world.platform.vault, 1, START);
    await world.sql.rows("UPDATE customers SET merged_into = $2 WHERE id = $1", [mail.customerId, heir]);
    world.clock.advance(400 * 86_400_000);
    expect((await doUnsubscribe(world.platform, mail.token.u, ONE_CLICK)).status).toBe(200);
    expect(await stateOf(heir)).toEqual({ consent: "withdrawn", suppressed: "unsubscribed" });
  });

  test("a word of the person outweighs a consent that another clock dated ahead", async () => {
    const mail = await delivered();
    await world.sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES ($1::int, 'marketing', 'email', 'granted', $2, 'test', 'test', 'ahead:' || $1::int)`,
      [mail.customerId, new Date(START.getTime() + 60_000)],
    );
    await doUnsubscribe(world.platform, mail.token.u, ONE_CLICK);
    world.clock.advance(120_000);
    expect((await stateOf(mail.customerId)).consent).toBe("withdrawn");
  });
});

describe("the preference page", () => {
  test("stops, resumes, and stops again", async () => {
    const { token, customerId } = await delivered();
    expect(await (await showPreferences(world.platform, token.p)).text()).toContain('value="stop"');
    expect(await (await doPreferences(world.platform, token.p, "wish=stop")).text()).toContain(
      'value="resume"',
    );
    expect(await stateOf(customerId)).toEqual({ consent: "withdrawn", suppressed: "unsubscribed" });
    world.clock.advance(1000);
    expect(await (await doPreferences(world.platform, token.p, "wish=resume")).text()).toContain(
      'value="stop"',
    );
    expect(await stateOf(customerId)).toEqual({ consent: "granted", suppressed: null });
    world.clock.advance(1000);
    await doPreferences(world.platform, token.p, "wish=stop");
    expect(await stateOf(customerId)).toEqual({ consent: "withdrawn", suppressed: "unsubscribed" });
    expect((await doPreferences(world.platform, token.p, "wish=everything")).status).toBe(400);
    expect((await doPreferences(world.platform, token.u, "wish=stop")).status).toBe(403);
  });

  test("does not lift a complaint or a bounce", async () => {
    const { token, customerId } = await delivered();
    await world.sql.rows(
      `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
       SELECT kind, hash, customer_id, 'complaint', $2, 'test' FROM identities WHERE customer_id = $1`,
      [customerId, START],
    );
    expect(await (await doPreferences(world.platform, token.p, "wish=resume")).text()).not.toContain("<form");
    expect((await stateOf(customerId)).suppressed).toBe("complaint");
  });
});

describe("opens and clicks", () => {
  test("a person's open and click are recorded once, to the stored destination", async () => {
    const { token, outboxId } = await delivered();
    world.clock.advance(60_000);
    for (let i = 0; i < 2; i++) {
      const pixel = await serveOpen(world.platform, token.o, get());
      expect([pixel.status, pixel.headers.get("content-type")]).toEqual([200, "image/gif"]);
      const way = await serveClick(world.platform, token.c1, get());
      expect([way.status, way.headers.get("location")]).toEqual([302, "https://kiosk.example/shop"]);
    }
    expect(await outcomes(outboxId)).toEqual([
      { kind: "open", bot: false, detail: null },
      { kind: "click", bot: false, detail: null },
    ]);
  });

  test("a machine first, a person later: both are kept apart", async () => {
    const { token, outboxId, customerId } = await delivered();
    await serveClick(world.platform, token.c1, get());
    await serveOpen(world.platform, token.o, get({ "user-agent": "Mozilla/5.0" }));
    expect(await outcomes(outboxId)).toEqual([
      { kind: "click", bot: true, detail: "too-soon" },
      { kind: "open", bot: true, detail: "apple-mail-privacy" },
    ]);
    expect((await loadFacts(world.sql, [customerId], world.clock.now())).get(customerId)).toMatchObject({
      opens90: 0,
      clicks90: 0,
    });
    world.clock.advance(3_600_000);
    await serveClick(world.platform, token.c1, get());
    expect((await loadFacts(world.sql, [customerId], world.clock.now())).get(customerId)).toMatchObject({
      opens90: 0,
      clicks90: 1,
    });
  });

  test("all links within a second are a burst, the first of them too", async () => {
    const { token, outboxId } = await delivered();
    world.clock.advance(3_600_000);
    await serveClick(world.platform, token.c1, get());
    world.clock.advance(300);
    await serveClick(world.platform, token.c2, get());
    expect((await outcomes(outboxId)).map(({ bot, detail }) => [bot, detail])).toEqual([
      [true, "burst"],
      [true, "burst"],
    ]);
    world.clock.advance(60_000);
    await serveClick(world.platform, token.c1, get());
    expect((await outcomes(outboxId)).filter(({ bot }) => !bot)).toHaveLength(1);
  });

  test("HEAD is answered and recorded nowhere", async () => {
    const { token, outboxId } = await delivered();
    world.clock.advance(60_000);
    expect((await serveOpen(world.platform, token.o, get(CHROME, "HEAD"))).status).toBe(200);
    expect((await serveClick(world.platform, token.c1, get(CHROME, "HEAD"))).status).toBe(302);
    expect(await outcomes(outboxId)).toEqual([]);
  });

  test("an altered token is 400 and leads nowhere, and so is a destination that is no web address", async () => {
    const { token, outboxId } = await delivered();
    for (const bad of [tamper(token.c1), token.o, token.u, `${token.c1}A`, "https://evil.test"]) {
      const response = await serveClick(world.platform, bad, get());
      expect([response.status, response.headers.get("location")]).toEqual([400, null]);
    }
    expect((await serveOpen(world.platform, token.c1, get())).status).toBe(400);
    await world.asOwner(
      "UPDATE tracked_links SET url = 'javascript:alert(1)' WHERE creative_id = (SELECT creative_id FROM outbox WHERE id = $1)",
      [outboxId],
    );
    expect((await serveClick(world.platform, token.c1, get())).status).toBe(400);
  });
});

test("the chain of all this verifies", async () => {
  expect(await verifyAudit(world.platform.database)).toMatchObject({ verified: true, broken: null });
});
