import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { later, type ReviewWorld, reviewWorld, start } from "../review/testing/review-world";

let world: ReviewWorld;
let admin: Awaited<ReturnType<ReviewWorld["person"]>>;

beforeAll(async () => {
  world = await reviewWorld();
  admin = await world.person("admin");
  await world.hold({ id: 1, dueAt: later(30) });
  await world.hold({ id: 2, dueAt: later(50) });
  await world.hold({ id: 3, dueAt: later(600) });
  await world.sql.rows(
    `INSERT INTO imports (id, kind, file_name, mapping, options, dry_run, state, bytes, created_by, created_at, finished_at)
     VALUES (4, 'orders', 'orders.csv', '{}', '{}', false, 'failed', 1, 'test', $1, $1),
       (5, 'orders', 'old.csv', '{}', '{}', false, 'failed', 1, 'test', $1::timestamptz - interval '30 days', $1)`,
    [start],
  );
  await world.sql.rows(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, claimed_at)
     VALUES (3, 3, 7, 'email', 11, $1, 'uncertain', $1)`,
    [start],
  );
});
afterAll(() => world.close());
beforeEach(() => {
  world.clock.set(start);
});

const counts = ({ groups }: { groups: readonly { kind: string; count: number; unseen: number }[] }) =>
  Object.fromEntries(groups.map(({ kind, count, unseen }) => [kind, [count, unseen]]));

describe("the bell", () => {
  test("tells of what is there, with how many and the newest", async () => {
    const told = await admin.api.notice.list({});
    expect(counts(told)).toEqual({
      "review-due": [2, 2],
      "review-waiting": [1, 1],
      "message-uncertain": [1, 1],
      "import-failed": [1, 1],
    });
    expect(told.unseen).toBe(5);
    expect(told.groups.find(({ kind }) => kind === "import-failed")?.newest).toEqual([
      { id: 4, label: "orders.csv", at: start },
    ]);
  });

  test("tells nobody of what they can do nothing about", async () => {
    const reviewer = await world.person("reviewer");
    expect(counts(await reviewer.api.notice.list({}))).toEqual({
      "review-due": [2, 2],
      "review-waiting": [1, 1],
    });
    const executive = await world.person("executive");
    expect(await executive.api.notice.list({})).toEqual({ groups: [], unseen: 0 });
  });

  test("keeps for each person what they have seen; what comes later is new again", async () => {
    const reviewer = await world.person("reviewer");
    const { groups } = await reviewer.api.notice.list({});
    await reviewer.api.notice.markSeen({
      seen: groups.map(({ kind, newest }) => ({ kind, until: newest[0]?.at ?? start })),
    });
    expect(await reviewer.api.notice.list({})).toMatchObject({ unseen: 0 });
    expect((await admin.api.notice.list({})).unseen).toBe(5);
    world.clock.set(later(545));
    expect(counts(await reviewer.api.notice.list({}))).toEqual({ "review-due": [3, 1] });
    expect((await world.audit("notice.seen")).at(-1)).toMatchObject({ actor: reviewer.name });
  });

  test("tells a reviewer of what is on their own list, apart from what waits for anybody", async () => {
    const reviewer = await world.person("reviewer");
    await reviewer.api.review.assign({ ids: [3], assignee: reviewer.id });
    expect(counts(await reviewer.api.notice.list({}))).toEqual({
      "review-due": [2, 2],
      "review-assigned": [1, 1],
    });
    expect(counts(await admin.api.notice.list({}))).toMatchObject({ "review-waiting": [1, 1] });
    await reviewer.api.review.assign({ ids: [3], assignee: null });
  });

  test("never un-sees, and takes each kind once", async () => {
    const reviewer = await world.person("reviewer");
    await reviewer.api.notice.markSeen({
      seen: [
        { kind: "review-due", until: later(60) },
        { kind: "review-waiting", until: later(60) },
      ],
    });
    await reviewer.api.notice.markSeen({ seen: [{ kind: "review-due", until: later(-600) }] });
    expect(await reviewer.api.notice.list({})).toMatchObject({ unseen: 0 });
    const twice = { kind: "review-due" as const, until: start };
    await expect(reviewer.api.notice.markSeen({ seen: [twice, twice] })).rejects.toThrow("each kind once");
  });
});
