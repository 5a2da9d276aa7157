import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toOutbox } from "@/server/store/reviews";
import { COPY, later, type ReviewWorld, reviewWorld, start } from "./testing/review-world";

let world: ReviewWorld;
let ines: Awaited<ReturnType<ReviewWorld["person"]>>;
let jonas: typeof ines;
beforeEach(async () => {
  world = await reviewWorld();
  ines = await world.person("reviewer");
  jonas = await world.person("reviewer");
});
afterEach(() => world.close());

const ONLY = "review.words-unapproved";
const states = async () =>
  (await world.sql.rows<{ state: string }>("SELECT state FROM review_items ORDER BY id")).map(
    ({ state }) => state,
  );

/** Gives one held message words of its own, as an edit does. */
async function otherWords(id: number): Promise<string> {
  await world.sql.rows(
    `UPDATE review_items SET creative_id = 12, creative_hash = sha256('nudge') WHERE id = $1`,
    [id],
  );
  return (await ines.api.review.get({ id })).creativeHash;
}

describe("what is held for one reason alone", () => {
  test("is shown with every content in it before it is approved together", async () => {
    for (const id of [1, 2, 3]) await world.hold({ id });
    await world.hold({ id: 4, reasons: [ONLY, "high-value.vip"] });
    const other = await otherWords(3);
    expect(await ines.api.review.get({ id: 1 })).toMatchObject({ sameContent: 3, sameReason: 3 });
    expect(await ines.api.review.get({ id: 4 })).toMatchObject({ sameReason: 0 });

    const group = await ines.api.review.group({ onlyReason: ONLY });
    expect(group).toMatchObject({
      count: 3,
      onlyReason: ONLY,
      moreContents: 0,
      reasons: { [ONLY]: 3 },
      contents: [
        { creativeHash: world.hash, count: 2, preview: { ok: true, subject: COPY.subject } },
        { creativeHash: other, count: 1, preview: { ok: true, subject: "A nudge" } },
      ],
    });
    expect(group.sample.map(({ customer }) => customer)).toEqual([
      "Elena Marsh 1",
      "Elena Marsh 2",
      "Elena Marsh 3",
    ]);

    const creativeHashes = group.contents.map(({ creativeHash }) => creativeHash);
    await ines.api.review.bulkApprove({ creativeHashes, onlyReason: ONLY, expectedCount: 3 });
    expect(await states()).toEqual(["approved", "approved", "approved", "held"]);
    expect((await world.outbox()).map(({ creativeId }) => creativeId)).toEqual([11, 11, 12]);
  });

  test("goes into the outbox in the order of the queue, however the database finds the rows", async () => {
    for (const id of [5, 3, 4, 1, 2]) await world.hold({ id });
    await world.sql.rows("UPDATE review_items SET state = 'approved'");
    await world.platform.database.bulk(async ({ sql }) => {
      for (const plan of ["indexscan", "bitmapscan"]) await sql.rows(`SET LOCAL enable_${plan} = off`);
      expect(await toOutbox(sql, [1, 2, 3, 4, 5])).toBe(5);
    });
    const rows = await world.sql.rows<{ customerId: number }>(
      `SELECT customer_id AS "customerId" FROM outbox ORDER BY id`,
    );
    expect(rows.map(({ customerId }) => customerId)).toEqual([1, 2, 3, 4, 5]);
  });

  test("is not approved with a content that was not shown", async () => {
    for (const id of [1, 2]) await world.hold({ id });
    await otherWords(2);
    const shown = { creativeHashes: [world.hash], onlyReason: ONLY, expectedCount: 2 };
    await expect(ines.api.review.bulkApprove(shown)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await states()).toEqual(["held", "held"]);
  });

  test("is the only way to approve several contents at once", async () => {
    for (const id of [1, 2]) await world.hold({ id });
    const creativeHashes = [world.hash, await otherWords(2)];
    await expect(ines.api.review.bulkApprove({ creativeHashes, expectedCount: 2 })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });
});

describe("what was approved together", () => {
  const approveAll = async (count: number) =>
    ines.api.review.bulkApprove({ creativeHashes: [world.hash], expectedCount: count });

  test("is taken back together, as if each had been", async () => {
    for (const id of [1, 2, 3]) await world.hold({ id });
    const { batchId } = await approveAll(3);
    expect((await ines.api.review.list({ tab: "decided" })).rows.map((row) => row.batchId)).toEqual([
      batchId,
      batchId,
      batchId,
    ]);
    expect(await jonas.api.review.undoBatch({ batchId })).toEqual({ undone: 3, onTheirWay: 0 });
    expect(await states()).toEqual(["held", "held", "held"]);
    expect(await world.outbox()).toEqual([]);
    expect(await world.sql.rows("SELECT approved_at FROM creatives WHERE id = 11")).toEqual([
      { approved_at: null },
    ]);
    expect((await world.audit("review.undo")).map(({ actor, entity }) => [actor, entity])).toEqual([
      [jonas.name, "1"],
      [jonas.name, "2"],
      [jonas.name, "3"],
    ]);
    await expect(ines.api.review.undoBatch({ batchId })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("stays where a message is on its way, and the answer says so", async () => {
    for (const id of [1, 2, 3]) await world.hold({ id });
    const { batchId } = await approveAll(3);
    await world.sql.rows("UPDATE outbox SET state = 'claimed', attempt = 1 WHERE customer_id = 2");
    expect(await ines.api.review.undoBatch({ batchId })).toEqual({ undone: 2, onTheirWay: 1 });
    expect(await states()).toEqual(["held", "approved", "held"]);
  });

  test("keeps out what one took back alone and approved anew", async () => {
    for (const id of [1, 2]) await world.hold({ id });
    const { batchId } = await approveAll(2);
    await ines.api.review.undo({ id: 1 });
    await ines.api.review.approve({ id: 1, creativeHash: world.hash, ms: 1_000 });
    expect(await ines.api.review.undoBatch({ batchId })).toEqual({ undone: 1, onTheirWay: 0 });
    expect(await states()).toEqual(["approved", "held"]);
  });

  test("stands once its time is over", async () => {
    await world.hold({ id: 1 });
    const { batchId } = await approveAll(1);
    world.clock.set(later(11));
    await expect(ines.api.review.undoBatch({ batchId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await states()).toEqual(["approved"]);
  });
});

describe("colleagues", () => {
  test("say something about a message; the audit has that they did, not what", async () => {
    await world.hold({ id: 1 });
    await jonas.api.review.comment({ id: 1, body: "  Elena called about this yesterday " });
    world.clock.set(later(5));
    await ines.api.review.comment({ id: 1, body: "Then it waits" });
    expect((await ines.api.review.get({ id: 1 })).comments).toMatchObject([
      { author: jonas.name, authorName: "Somebody", at: start, body: "Elena called about this yesterday" },
      { author: ines.name, at: later(5), body: "Then it waits" },
    ]);
    expect((await ines.api.review.list({})).rows[0]?.comments).toBe(2);
    const entries = await world.audit("review.comment");
    expect(entries.map(({ actor, entity }) => [actor, entity])).toEqual([
      [jonas.name, "1"],
      [ines.name, "1"],
    ]);
    expect(JSON.stringify(entries)).not.toContain("Elena");
  });

  test.each([
    { what: "nothing", id: 1, body: "  ", code: "BAD_REQUEST" },
    { what: "too much", id: 1, body: "x".repeat(2_001), code: "BAD_REQUEST" },
    { what: "anything about no message", id: 99, body: "Hello", code: "NOT_FOUND" },
  ])("cannot say $what", async ({ id, body, code }) => {
    await world.hold({ id: 1 });
    await expect(ines.api.review.comment({ id, body })).rejects.toMatchObject({ code });
  });

  test("take back what they said themselves; the words are gone, that something was said stays", async () => {
    await world.hold({ id: 1 });
    const { id: commentId } = await jonas.api.review.comment({ id: 1, body: "Elena called about this" });
    await expect(ines.api.review.removeComment({ commentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await jonas.api.review.removeComment({ commentId });
    expect((await ines.api.review.get({ id: 1 })).comments).toMatchObject([
      { author: jonas.name, body: "", removedAt: world.clock.now() },
    ]);
    expect((await ines.api.review.list({})).rows[0]?.comments).toBe(0);
    expect(await world.sql.rows("SELECT body FROM review_comments")).toEqual([{ body: "" }]);
    expect(await world.audit("review.remove-comment")).toMatchObject([
      {
        actor: jonas.name,
        entity: "1",
        data: { before: { commentId, characters: 23 }, after: { commentId, removed: true } },
      },
    ]);
    await expect(jonas.api.review.removeComment({ commentId })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(jonas.api.review.removeComment({ commentId: 99 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("are known by name: whom a message was given to, who edited and who decided", async () => {
    await world.sql.rows("UPDATE users SET name = 'Jonas Keller' WHERE id = $1", [jonas.id]);
    await world.person("executive");
    for (const id of [1, 2]) await world.hold({ id });
    const people = await ines.api.review.people({});
    expect(people.map(({ id }) => id).sort((a, b) => a - b)).toEqual([ines.id, jonas.id]);
    await ines.api.review.assign({ ids: [1], assignee: jonas.id });
    await jonas.api.review.reject({ id: 2, reasonCode: "tone" });
    expect((await ines.api.review.list({})).rows[0]).toMatchObject({ id: 1, assigneeName: "Jonas Keller" });
    expect(await ines.api.review.get({ id: 2 })).toMatchObject({
      decidedByName: "Jonas Keller",
      editedByName: null,
    });
  });
});
