import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { later, type ReviewWorld, reviewWorld, start } from "./testing/review-world";

let world: ReviewWorld;
let ines: Awaited<ReturnType<ReviewWorld["person"]>>;
let jonas: typeof ines;
beforeEach(async () => {
  world = await reviewWorld();
  ines = await world.person("reviewer");
  jonas = await world.person("reviewer");
});
afterEach(() => world.close());

const approve = (id: number, by = ines) =>
  by.api.review.approve({ id, creativeHash: world.hash, ms: 41_000 });
const state = async (id: number) =>
  (await world.sql.rows<{ state: string }>("SELECT state FROM review_items WHERE id = $1", [id]))[0]?.state;
const creative = async (id: number) =>
  (await world.sql.rows("SELECT approved_by AS by, approved_at AS at FROM creatives WHERE id = $1", [id]))[0];

describe("approving", () => {
  test("puts the message into the outbox, not before its time, and marks the words", async () => {
    await world.hold({ id: 1 });
    expect(await approve(1)).toEqual({ id: 1, state: "approved", graceUntil: later(10) });
    expect(await world.outbox()).toEqual([
      { customerId: 1, creativeId: 11, state: "ready", notBefore: later(120) },
    ]);
    expect(await creative(11)).toEqual({ by: ines.name, at: start });
    expect(world.events).toEqual([{ name: "outbox/ready", data: {} }]);
    expect(await world.audit("review.approve")).toEqual([
      {
        actor: ines.name,
        entity: "1",
        data: {
          before: { state: "held", creativeHash: world.hash },
          after: { state: "approved", creativeHash: world.hash, edited: false, ms: 41_000 },
        },
      },
    ]);
  });

  test("holds a message that is due at once for the grace period", async () => {
    await world.hold({ id: 1, sendAt: later(-60) });
    await approve(1);
    expect((await world.outbox())[0]?.notBefore).toEqual(later(10));
  });

  test("refuses other content than was shown", async () => {
    await world.hold({ id: 1 });
    const answer = ines.api.review.approve({ id: 1, creativeHash: "0".repeat(64), ms: null });
    await expect(answer).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await world.outbox()).toEqual([]);
    expect(await state(1)).toBe("held");
  });

  test("of many reviewers at once, one wins and the others are told", async () => {
    for (let id = 1; id <= 5; id++) await world.hold({ id });
    const people = [ines, jonas, ines, jonas];
    const answers = await Promise.allSettled(
      [1, 2, 3, 4, 5].flatMap((id) => people.map((by) => approve(id, by))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "CONFLICT" });
    }
    expect(await world.outbox()).toHaveLength(5);
    expect(await world.audit("review.approve")).toHaveLength(5);
  });

  test("is not possible for a stopped campaign, and a stop takes back what waits", async () => {
    const marketer = await world.person("marketer");
    for (const id of [1, 2]) await world.hold({ id });
    await approve(1);
    const { withdrawn } = await marketer.api.campaign.move({ id: 7, to: "stopped" });
    expect(withdrawn).toMatchObject({ messages: 1, reviews: 1 });
    expect((await world.outbox())[0]?.state).toBe("cancelled");
    expect(await state(2)).toBe("expired");
    await expect(approve(2)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(ines.api.review.undo({ id: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("is not possible for a stopped run, and while one is stopped nothing stays ready behind it", async () => {
    const marketer = await world.person("marketer");
    for (let id = 1; id <= 12; id++) await world.hold({ id });
    await Promise.allSettled([
      ...Array.from({ length: 11 }, (_, i) => approve(i + 1)),
      marketer.api.run.stop({ runId: 3, reason: "wrong price" }),
    ]);
    expect((await world.outbox()).filter((row) => row.state === "ready")).toEqual([]);
    await expect(approve(12)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("while a stop commits, nothing stays ready behind it", async () => {
    const marketer = await world.person("marketer");
    for (let id = 1; id <= 12; id++) await world.hold({ id });
    await Promise.allSettled([
      ...Array.from({ length: 12 }, (_, i) => approve(i + 1)),
      marketer.api.campaign.move({ id: 7, to: "stopped" }),
    ]);
    expect((await world.outbox()).filter((row) => row.state === "ready")).toEqual([]);
  });

  test.each([{ id: 4711 }, { id: 0 }, { id: 2 ** 40 }])("of $id is refused", async ({ id }) => {
    await expect(approve(id)).rejects.toMatchObject({ code: id === 4711 ? "NOT_FOUND" : "BAD_REQUEST" });
  });
});

describe("rejecting", () => {
  test("keeps the reason, and the note out of the audit", async () => {
    await world.hold({ id: 1 });
    await ines.api.review.reject({ id: 1, reasonCode: "tone", note: "Elena asked us to stop", ms: 9_000 });
    expect(await world.outbox()).toEqual([]);
    const [row] = await world.sql.rows("SELECT state, reason_code, note, milliseconds FROM review_items");
    expect(row).toEqual({
      state: "rejected",
      reason_code: "tone",
      note: "Elena asked us to stop",
      milliseconds: 9_000,
    });
    expect(JSON.stringify(await world.audit("review.reject"))).not.toMatch(/Elena/);
  });

  test("'other' needs a note, and the code must be known", async () => {
    await world.hold({ id: 1 });
    await expect(ines.api.review.reject({ id: 1, reasonCode: "other" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(ines.api.review.reject({ id: 1, reasonCode: "mood" as never })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

describe("undoing", () => {
  test("takes an approval back, so that it can be given again", async () => {
    await world.hold({ id: 1 });
    await approve(1);
    world.clock.advance(9 * 60_000);
    expect(await jonas.api.review.undo({ id: 1 })).toEqual({ id: 1, state: "held" });
    expect(await world.outbox()).toEqual([]);
    expect(await creative(11)).toEqual({ by: null, at: null });
    await approve(1, jonas);
    expect(await world.outbox()).toHaveLength(1);
    expect(await world.audit("review.undo")).toHaveLength(1);
  });

  test("leaves words approved that another decision stands on", async () => {
    for (const id of [1, 2]) await world.hold({ id });
    await approve(1);
    await approve(2, jonas);
    await ines.api.review.undo({ id: 1 });
    expect(await creative(11)).toEqual({ by: ines.name, at: start });
  });

  test("takes a rejection back", async () => {
    await world.hold({ id: 1 });
    await ines.api.review.reject({ id: 1, reasonCode: "tone" });
    await ines.api.review.undo({ id: 1 });
    const [row] = await world.sql.rows("SELECT state, reason_code, decided_by, note FROM review_items");
    expect(row).toEqual({ state: "held", reason_code: null, decided_by: null, note: null });
  });

  test("is over when the grace period is", async () => {
    await world.hold({ id: 1 });
    await approve(1);
    world.clock.advance(10 * 60_000);
    await expect(ines.api.review.undo({ id: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await world.outbox()).toHaveLength(1);
  });

  test.each(["claimed", "sent", "uncertain", "refused"])(
    "is too late for a message that is %s",
    async (now) => {
      await world.hold({ id: 1 });
      await approve(1);
      await world.sql.rows("UPDATE outbox SET state = $1, attempt = 1", [now]);
      await expect(ines.api.review.undo({ id: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
      expect(await state(1)).toBe("approved");
    },
  );

  test("of what waits already is refused", async () => {
    await world.hold({ id: 1 });
    await expect(ines.api.review.undo({ id: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("approving many", () => {
  test("lets go all of one content, with a leaf for each", async () => {
    for (const id of [1, 2, 3])
      await world.hold({ id, reasons: id === 3 ? ["high-value.vip"] : ["review.words-unapproved"] });
    const group = await ines.api.review.group({ creativeHash: world.hash });
    expect(group).toMatchObject({ count: 3, reasons: { "review.words-unapproved": 2, "high-value.vip": 1 } });
    await ines.api.review.bulkApprove({ creativeHashes: [world.hash], expectedCount: 3 });
    expect(await world.outbox()).toHaveLength(3);
    expect((await world.audit("review.approve")).map(({ entity }) => entity)).toEqual(["1", "2", "3"]);
  });

  test("can be kept to those that were held for one reason alone", async () => {
    for (const id of [1, 2, 3])
      await world.hold({ id, reasons: id === 3 ? ["high-value.vip", "review.all"] : ["review.all"] });
    const only = { creativeHashes: [world.hash], onlyReason: "review.all" };
    await ines.api.review.bulkApprove({ ...only, expectedCount: 2 });
    expect((await world.outbox()).map(({ customerId }) => customerId)).toEqual([1, 2]);
    expect(await state(3)).toBe("held");
  });

  test.each([1, 3])("refuses when %i were shown and two wait", async (expectedCount) => {
    for (const id of [1, 2]) await world.hold({ id });
    const answer = ines.api.review.bulkApprove({ creativeHashes: [world.hash], expectedCount });
    await expect(answer).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await world.outbox()).toEqual([]);
    expect(await world.audit("review.approve")).toEqual([]);
  });

  test("beside single approvals nothing is sent twice", async () => {
    for (let id = 1; id <= 6; id++) await world.hold({ id });
    await Promise.allSettled([
      ines.api.review.bulkApprove({ creativeHashes: [world.hash], expectedCount: 6 }),
      ...[1, 2, 3].map((id) => approve(id, jonas)),
    ]);
    const rows = await world.outbox();
    const approved = await world.sql.rows("SELECT id FROM review_items WHERE state = 'approved'");
    expect(rows).toHaveLength(approved.length);
    expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(rows.length);
  });
});

describe("four eyes", () => {
  test.each([
    ["an edit", "UPDATE review_items SET edited = true, edited_by = $1"],
    [
      "a piece of the campaign",
      `WITH own AS (
         INSERT INTO creatives (campaign_id, campaign_version, segment, action, channel, variant, language, subject, preheader,
           html, text, slots, copy, brand_version, creative_hash, written_by, author, created_at)
         SELECT campaign_id, campaign_version, segment, action, channel, 'b', language, subject, preheader,
           html, text, slots, copy, brand_version, creative_hash, 'person', $1, created_at FROM creatives WHERE id = 11
         RETURNING id
       ) UPDATE review_items SET creative_id = own.id FROM own`,
    ],
  ])("keep whoever wrote %s from approving it", async (_, write) => {
    await world.sql.rows("UPDATE setting_versions SET body = $1 WHERE kind = 'policy'", [
      JSON.stringify({ ...defaultPolicy, review: { ...defaultPolicy.review, fourEyes: true } }),
    ]);
    await world.hold({ id: 1 });
    await world.sql.rows(write, [ines.name]);
    await expect(approve(1)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const bulk = { creativeHashes: [world.hash], expectedCount: 1 };
    await expect(ines.api.review.bulkApprove(bulk)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await approve(1, jonas);
    expect(await world.outbox()).toHaveLength(1);
  });
});

describe("time and people", () => {
  test("what is overdue is closed and never sent", async () => {
    await world.hold({ id: 1, dueAt: later(-1) });
    await world.hold({ id: 2, dueAt: later(1) });
    expect(await world.system.review.expireOverdue({})).toEqual({ expired: 1, isDone: true });
    expect([await state(1), await state(2)]).toEqual(["expired", "held"]);
    await expect(approve(1)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await world.audit("review.expire")).toEqual([
      expect.objectContaining({ actor: "system:test", entity: "1" }),
    ]);
  });

  test("items are given to people who may decide them", async () => {
    const executive = await world.person("executive");
    for (const id of [1, 2]) await world.hold({ id });
    expect(await ines.api.review.assign({ ids: [1, 2, 99], assignee: jonas.id })).toEqual({ assigned: 2 });
    expect((await jonas.api.review.list({ tab: "mine" })).rows.map(({ id }) => id)).toEqual([1, 2]);
    expect((await ines.api.review.list({ tab: "mine" })).rows).toEqual([]);
    for (const assignee of [executive.id, 4711]) {
      await expect(ines.api.review.assign({ ids: [1], assignee })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    }
    await ines.api.review.assign({ ids: [1], assignee: null });
    expect((await jonas.api.review.counts({})).mine).toBe(1);
  });
});
