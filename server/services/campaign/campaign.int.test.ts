import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CAMPAIGN_MOVES, CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { defaultConfiguration } from "@/server/domain/settings/configuration";
import { type CampaignWorld, campaignWorld, START as start, winBack } from "./testing/campaign-world";

let world: CampaignWorld;
let marketer: CampaignWorld["marketer"];
beforeEach(async () => {
  world = await campaignWorld();
  ({ marketer } = world);
});
afterEach(() => world.close());

const body = winBack;
const ready = () => world.ready();
const launched = () => world.launched();

describe("a campaign", () => {
  test("is a draft with its first version", async () => {
    const { id } = await marketer.api.campaign.create(body);
    expect(await marketer.api.campaign.get({ id })).toMatchObject({
      id,
      state: "draft",
      version: 1,
      body,
      createdBy: marketer.name,
      moves: ["live", "archived"],
      versions: [{ version: 1, author: marketer.name }],
    });
  });

  test("tells whoever saved on an older version", async () => {
    const { id } = await marketer.api.campaign.create(body);
    const save = (expectedVersion: number, name: string) =>
      marketer.api.campaign.save({ id, expectedVersion, body: { ...body, name } });
    expect(await save(1, "Win back 2")).toMatchObject({ version: 2 });
    await expect(save(1, "Win back 3")).rejects.toMatchObject({ code: "CONFLICT" });
    const answers = await Promise.allSettled([save(2, "One"), save(2, "Other")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await marketer.api.campaign.get({ id })).versions).toHaveLength(1);
  });

  test("keeps its goal once it is live", async () => {
    const id = await launched();
    const other = { id, expectedVersion: 1, body: { ...body, goal: "cross-sell" as const } };
    await expect(marketer.api.campaign.save(other)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("goal"),
    });
  });

  test.each([
    { change: { name: "x" }, field: "name" },
    { change: { goal: "world-peace" as never }, field: "goal" },
    { change: { actions: [] }, field: "actions" },
    { change: { holdoutShare: 1 }, field: "holdoutShare" },
    {
      change: { audience: { all: [{ field: "password_hash" as never, op: ">=" as const, value: 1 }] } },
      field: "audience.rules.0.field",
    },
    {
      change: { audience: { all: [{ field: "orders" as const, op: "OR 1=1" as never, value: 1 }] } },
      field: "audience.rules.0.op",
    },
    { change: { budgetMinor: Number.POSITIVE_INFINITY }, field: "budgetMinor" },
  ])("is refused with the field $field", async ({ change, field }) => {
    await expect(marketer.api.campaign.create({ ...body, ...change })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining(field),
    });
  });
});

describe("a launch", () => {
  test("is blocked with every reason until each is mended", async () => {
    const { id } = await marketer.api.campaign.create(body);
    const open = async () =>
      (await marketer.api.campaign.get({ id })).checks.filter(({ ok }) => !ok).map((check) => check.id);
    expect(await open()).toEqual(["audience", "sender", "address", "brand"]);
    await expect(marketer.api.campaign.move({ id, to: "live" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringMatching(/audience.*sender.*postal address.*brand/is),
    });
    await ready();
    expect(await open()).toEqual([]);
    expect(await marketer.api.campaign.move({ id, to: "live" })).toMatchObject({ state: "live" });
    expect(world.events).toEqual([]);
  });

  test("is blocked where nothing could be done for anybody", async () => {
    await ready();
    const offers = defaultConfiguration.offers.map((offer) => ({ ...offer, stock: 0 }));
    await marketer.api.settings.publish({
      kind: "configuration",
      expectedVersion: 0,
      body: { ...defaultConfiguration, offers, enabledSegmentors: [] },
      note: "Nothing left",
    });
    const { id } = await marketer.api.campaign.create({ ...body, actions: ["offer"] });
    const { checks } = await marketer.api.campaign.get({ id });
    expect(checks.filter(({ ok }) => !ok).map((check) => check.id)).toEqual(["segmentor", "action"]);
  });
});

describe("its states", () => {
  test("change only along the permitted moves", async () => {
    await ready();
    for (const from of CAMPAIGN_STATES) {
      for (const to of CAMPAIGN_STATES) {
        const { id } = await marketer.api.campaign.create(body);
        await world.sql.rows("UPDATE campaigns SET state = $2 WHERE id = $1", [id, from]);
        const answer = await marketer.api.campaign.move({ id, to }).then(
          () => "moved",
          (error: { code: string }) => error.code,
        );
        expect([from, to, answer]).toEqual([
          from,
          to,
          CAMPAIGN_MOVES[from].includes(to) ? "moved" : "CONFLICT",
        ]);
      }
    }
  });

  test("a stop ends its runs, its waiting messages and its held reviews together", async () => {
    const id = await launched();
    await world.sql.rows(
      `INSERT INTO runs (id, ref, campaign_id, campaign_version, configuration_version, policy_version, brand_version, at, seed,
         state, requested_by) VALUES (5, 'r5', $1, 1, 0, 0, 1, $2, 1, 'deciding', 'test'), (6, 'r6', $1, 1, 0, 0, 1, $2, 1, 'done', 'test')`,
      [id, start],
    );
    await world.sql.rows(
      `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state)
       SELECT 5, n, $1, 'email', 1, $2, (ARRAY['ready', 'claimed', 'sent', 'uncertain'])[n] FROM generate_series(1, 4) n`,
      [id, start],
    );
    await world.sql.rows(
      `INSERT INTO review_items (run_id, customer_id, campaign_id, creative_id, creative_hash, risk, opened_at, due_at, send_at, state)
       SELECT 5, n, $1, 1, '\\x00', 0, $2, $2, $2, (ARRAY['held', 'approved'])[n] FROM generate_series(1, 2) n`,
      [id, start],
    );
    const { withdrawn } = await marketer.api.campaign.move({ id, to: "stopped", reason: "wrong price" });
    expect(await marketer.api.campaign.stateChanges({ id })).toMatchObject([
      { actor: marketer.name, state: "stopped", reason: "wrong price" },
      { state: "live" },
    ]);
    expect(withdrawn).toEqual({ runs: [5], messages: 1, reviews: 1 });
    expect(await world.sql.rows("SELECT state FROM outbox ORDER BY customer_id")).toEqual(
      ["cancelled", "claimed", "sent", "uncertain"].map((state) => ({ state })),
    );
    expect(await world.sql.rows("SELECT state FROM review_items ORDER BY customer_id")).toEqual(
      ["expired", "approved"].map((state) => ({ state })),
    );
    expect(await world.sql.rows("SELECT state FROM runs ORDER BY id")).toEqual([
      { state: "stopped" },
      { state: "done" },
    ]);
    expect(world.events).toEqual([{ name: "run/stopped", data: { runId: 5 }, id: "run-stopped-5" }]);
  });
});

describe("the list", () => {
  test("searches, filters, sorts and turns pages", async () => {
    for (const name of ["Alpha 100 %", "Beta_1", "Gamma", "beta 2"])
      await marketer.api.campaign.create({ ...body, name });
    await world.sql.rows("UPDATE campaigns SET state = 'paused' WHERE name = 'Gamma'");
    const names = async (input: Parameters<typeof marketer.api.campaign.list>[0]) =>
      (await marketer.api.campaign.list(input)).rows.map(({ name }) => name);
    expect(await names({ search: "BETA" })).toEqual(["beta 2", "Beta_1"]);
    expect(await names({ search: "0 %" })).toEqual(["Alpha 100 %"]);
    expect(await names({ search: "_" })).toEqual(["Beta_1"]);
    expect(await names({ search: "'; --" })).toEqual([]);
    expect(await names({ states: ["paused"] })).toEqual(["Gamma"]);
    expect(await names({ sort: "name", descending: false })).toEqual([
      "Alpha 100 %",
      "beta 2",
      "Beta_1",
      "Gamma",
    ]);
    const page = { sort: "name", descending: false, pageSize: 2 } as const;
    expect([...(await names(page)), ...(await names({ ...page, page: 2 }))]).toHaveLength(4);
    expect((await marketer.api.campaign.list(page)).total).toBe(4);
  });
});
