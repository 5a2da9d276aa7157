import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COPY, later, type ReviewWorld, reviewWorld } from "./testing/review-world";

let world: ReviewWorld;
let ines: Awaited<ReturnType<ReviewWorld["person"]>>;
beforeEach(async () => {
  world = await reviewWorld();
  ines = await world.person("reviewer");
  for (const id of [1, 2]) await world.hold({ id });
});
afterEach(() => world.close());

const CALMER = { ...COPY, subject: "Good to see you again", paragraphs: ["We are still here."] };
const edit = (copy = CALMER, id = 1, creativeHash = world.hash) =>
  ines.api.review.edit({ id, creativeHash, copy });

describe("an edit", () => {
  test("is one customer's own content, waits for its own approval, and is what is sent", async () => {
    const { creativeHash, creativeId } = await edit();
    expect(creativeHash).not.toBe(world.hash);
    const stale = ines.api.review.approve({ id: 1, creativeHash: world.hash, ms: null });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
    await ines.api.review.approve({ id: 1, creativeHash, ms: null });
    expect(await world.outbox()).toEqual([expect.objectContaining({ customerId: 1, creativeId })]);
    const [creative] = await world.sql.rows(
      "SELECT customer_id, written_by, subject, copy, encode(creative_hash, 'hex') AS hash FROM creatives WHERE id = $1",
      [creativeId],
    );
    expect(creative).toEqual({
      customer_id: 1,
      written_by: "person",
      subject: CALMER.subject,
      copy: CALMER,
      hash: creativeHash,
    });
    expect(
      await world.sql.rows("SELECT n FROM tracked_links WHERE creative_id = $1 ORDER BY n", [creativeId]),
    ).toEqual([{ n: 1 }, { n: 2 }]);
    const [other] = await world.sql.rows("SELECT creative_id FROM review_items WHERE id = 2");
    expect(other).toEqual({ creative_id: 11 });
  });

  test("is shown as edited, with what the guardrails say of it now", async () => {
    await world.sql.rows("UPDATE customers SET vip = true WHERE id = 1");
    await edit({ ...CALMER, subject: "GOOD NEWS" });
    const item = await ines.api.review.get({ id: 1 });
    expect(item).toMatchObject({ edited: true, editedBy: ines.name, creative: { writtenBy: "person" } });
    const codes = item.reasons.map(({ code }) => code);
    expect(codes).toContain("high-value.vip");
    expect(codes).toContain("review.words-unapproved");
    expect(item.reasons.find(({ span }) => span !== null)).toMatchObject({
      guardrail: "subject",
      span: "GOOD NEWS",
    });
    expect(item.risk).toBeGreaterThan(0.4);
  });

  test("of the same words twice is stored once", async () => {
    const first = await edit();
    await edit({ ...CALMER, heading: "Hello" }, 1, first.creativeHash);
    const again = await edit(CALMER, 1, (await ines.api.review.get({ id: 1 })).creativeHash);
    expect(again.creativeId).toBe(first.creativeId);
  });

  test("from what somebody else has edited meanwhile is refused", async () => {
    const answers = await Promise.allSettled([edit(), edit({ ...CALMER, heading: "Welcome back" })]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(edit({ ...CALMER, heading: "Once more" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test.each([
    { change: { subject: "" }, code: "copy.empty" },
    { change: { subject: "x".repeat(100) }, code: "copy.too-long" },
    { change: { heading: "{{ person.email }}" }, code: "copy.merge-field" },
    { change: { heading: "{% for a in (1..9999999) %}{% endfor %}" }, code: "copy.merge-field" },
    { change: { paragraphs: ["Look at https://evil.example"] }, code: "copy.address" },
    { change: { paragraphs: ["<img src=x onerror=alert(1)>"] }, code: "copy.markup" },
    { change: { paragraphs: ["90 % off for you"] }, code: "copy.discount" },
    { change: { subject: "Hello\r\nBcc: all@example.test" }, code: "copy.line-break" },
    { change: { subject: "Good \u200b\u202e news" }, code: "copy.hidden-characters" },
  ])("that breaks $code is refused, and a look at it says so", async ({ change, code }) => {
    const copy = { ...CALMER, ...change };
    await expect(edit(copy)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining(code),
    });
    const check = await ines.api.review.check({ id: 1, copy });
    expect(check).toMatchObject({ canSave: false, creativeHash: null, preview: null });
    expect(check.problems.map((problem) => problem.code)).toContain(code);
    expect((await ines.api.review.get({ id: 1 })).edited).toBe(false);
  });

  test("may name a figure that nobody gave the writer: the editor vouches for it", async () => {
    const copy = { ...CALMER, paragraphs: ["We are open until 30 November."] };
    const check = await ines.api.review.check({ id: 1, copy });
    expect(check).toMatchObject({ canSave: true, warnings: [{ code: "copy.figure", span: "30" }] });
    const saved = await edit(copy);
    expect(saved).toMatchObject({ creativeHash: check.creativeHash, warnings: [{ code: "copy.figure" }] });
  });

  test("to somebody who has withdrawn consent is blocked", async () => {
    await world.sql.rows(
      `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
       VALUES (1, 'marketing', 'email', 'withdrawn', $1, 'test', 'customer', 'w1')`,
      [later(-5)],
    );
    await expect(edit()).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("consent"),
    });
    expect((await ines.api.review.check({ id: 1, copy: CALMER })).canSave).toBe(false);
  });

  test("that changes nothing is refused", async () => {
    await expect(edit(COPY)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("nothing differs"),
    });
  });

  test("is in the audit by its hashes and codes, not by its words", async () => {
    const { creativeHash } = await edit();
    const [entry] = await world.audit("review.edit");
    expect(entry).toMatchObject({
      actor: ines.name,
      entity: "1",
      data: { before: { creativeHash: world.hash }, after: { creativeHash } },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Good to see|Elena/);
  });
});

describe("a look at an edit", () => {
  test("shows it as the customer would see it, and stores nothing", async () => {
    const check = await ines.api.review.check({ id: 1, copy: CALMER });
    expect(check).toMatchObject({
      canSave: true,
      problems: [],
      preview: { ok: true, subject: "Good to see you again", html: expect.stringContaining("Hello Elena") },
    });
    expect(await world.sql.rows("SELECT id FROM creatives WHERE customer_id IS NOT NULL")).toEqual([]);
  });
});

describe("overrides", () => {
  test("are kept with their reason and what came of them", async () => {
    const { creativeHash } = await edit();
    await ines.api.review.approve({ id: 1, creativeHash, ms: 5_000 });
    await ines.api.review.reject({ id: 2, reasonCode: "wrong-moment", ms: 5_000 });
    await world.sql.rows("UPDATE outbox SET state = 'sent'");
    await world.sql.rows(
      `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, value_minor, ref)
       SELECT id, 1, 7, kind, $1, value, kind FROM outbox, (VALUES ('open', 0), ('conversion', 4200)) k (kind, value)`,
      [later(200)],
    );
    await world.sql.rows(
      "INSERT INTO orders (ref, customer_id, at, revenue_minor, currency) VALUES ('late', 2, $1, 900, 'USD')",
      [later(600)],
    );
    const { totals, rows } = await ines.api.review.overrides({ from: later(-60), to: later(60) });
    expect(totals).toEqual({ decided: 2, edited: 1, rejected: 1, byReason: { "wrong-moment": 1 } });
    expect(rows).toEqual([
      expect.objectContaining({
        id: 2,
        kind: "rejected",
        reasonCode: "wrong-moment",
        isSent: false,
        orderedMinor: 900,
      }),
      expect.objectContaining({
        id: 1,
        kind: "edited",
        isSent: true,
        isOpened: true,
        isClicked: false,
        valueMinor: 4200,
      }),
    ]);
  });
});
