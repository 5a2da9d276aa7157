import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunWorld, runWorld } from "@/server/services/run/testing/run-world";

let world: RunWorld;
let campaignId: number;
let runId: number;

beforeAll(async () => {
  world = await runWorld(120);
  campaignId = await world.campaign({ autonomy: "autonomous", rollout: 1, holdoutShare: 0 });
  runId = await world.whole(campaignId);
}, 120_000);
afterAll(() => world.close());

const decided = async (verdict: "sent-on" | "holdout" | "blocked"): Promise<number> => {
  const { rows } = await world.marketer.decision.list({ runId, verdict, limit: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error(`nobody is ${verdict}`);
  return row.customerId;
};
const tables = async () => [
  await world.count("decisions"),
  await world.count("outbox"),
  await world.count("audit_blocks"),
];

test("says what the line would do now, with the likeliest candidate drawn, and stores nothing", async () => {
  const id = await decided("sent-on");
  const before = await tables();
  const { best, campaigns, room } = await world.marketer.customer.nextAction({ id });
  expect(await tables()).toEqual(before);
  expect(best).toBe(campaignId);
  const [one] = campaigns;
  if (one === undefined || !one.inAudience) throw new Error("the campaign looks at them");
  expect(one).toMatchObject({ campaignId, verdict: "sent-on" });
  expect(one.subject).not.toBeNull();
  const chances = one.candidates.map(({ chance }) => chance ?? 0);
  expect(one.candidates.find(({ isDrawn }) => isDrawn)?.chance).toBe(Math.max(...chances));
  expect(room).toMatchObject({ keptOut: null, nextAt: null, heldOutOf: [] });
});

test("explains it node by node as a stored decision is explained", async () => {
  const id = await decided("sent-on");
  const explained = await world.marketer.customer.explainNext({ id, campaignId });
  expect(explained.nodes).toHaveLength(10);
  expect(explained.nodes.every(({ state }) => state === "passed")).toBe(true);
  expect(explained.checks.length).toBeGreaterThan(10);
  await expect(world.marketer.customer.explainNext({ id, campaignId: 999 })).rejects.toThrow(
    /no live campaign/,
  );
});

test("who is held out, blocked or outside the audience gets nothing, and it says why", async () => {
  const heldOut = await world.marketer.customer.nextAction({ id: await decided("holdout") });
  expect(heldOut.best).toBeNull();
  expect(heldOut.campaigns).toMatchObject([{ verdict: "holdout" }]);
  expect(heldOut.room.isGloballyHeldOut).toBe(true);
  const blocked = await world.marketer.customer.nextAction({ id: await decided("blocked") });
  expect(blocked.best).toBeNull();
  const nobody = await world.campaign({
    name: "Nobody",
    audience: { all: [{ field: "orders", op: ">=", value: 10_000 }] },
  });
  const { campaigns } = await world.marketer.customer.nextAction({ id: await decided("sent-on") });
  expect(campaigns.at(-1)).toMatchObject({ campaignId: nobody, inAudience: false });
});

test("a person's keeping out stops every campaign, now and in the next run", async () => {
  const id = await decided("sent-on");
  await world.marketer.customer.setHoldout({ id, state: "out", reason: "a colleague" });
  const { best, campaigns, room } = await world.marketer.customer.nextAction({ id });
  expect(best).toBeNull();
  expect(campaigns[0]).toMatchObject({ verdict: "blocked", reasons: [{ code: "kept-out.by-a-person" }] });
  expect(room.keptOut).toMatchObject({ state: "out", reason: "a colleague" });
  const next = await world.whole(campaignId);
  const { rows } = await world.marketer.decision.list({ runId: next, customerId: id });
  expect(rows[0]?.verdict).toBe("blocked");
});
