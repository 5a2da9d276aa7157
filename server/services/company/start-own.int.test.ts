import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultBrand } from "@/server/domain/settings/brand";
import { company, defaultCompany } from "@/server/domain/settings/company";
import { verifyAudit } from "@/server/store/audit-verify";
import { bringIn } from "../../cli/support/bring-in";
import { type RunWorld, runWorld } from "../run/testing/run-world";

const KEPT = ["audit_blocks", "audit_entries", "throttles", "users"];
const DEMO = company.parse({ ...defaultCompany, name: "Alder & Finch", demo: true });
const OWN = company.parse({ ...defaultCompany, name: "Larkfield", postalAddress: "1 Lark Lane, Larkfield" });

let world: RunWorld;
let admin: Awaited<ReturnType<RunWorld["person"]>>;
beforeAll(async () => {
  world = await runWorld(120);
  admin = await world.person("admin");
  await world.whole(await world.campaign());
});
afterAll(() => world.close());

/** What the database holds, table by table, beside what is kept. */
async function rowsLeft(): Promise<Record<string, number>> {
  const tables = await world.owner.rows<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations'`,
  );
  const left: Record<string, number> = {};
  for (const { name } of tables) {
    if (KEPT.includes(name)) continue;
    const [row] = await world.owner.rows<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
    if (row !== undefined && row.n > 0) left[name] = row.n;
  }
  return left;
}

const label = (demo: boolean) =>
  world.owner.rows(
    `UPDATE setting_versions SET body = jsonb_set(body || $1::jsonb, '{demo}', $2::jsonb) WHERE kind = 'company'`,
    [JSON.stringify({ name: DEMO.name }), JSON.stringify(demo)],
  );

describe("a company that is no demo", () => {
  test("keeps its data, whoever asks", async () => {
    await label(false);
    await expect(admin.api.company.startOwn({ name: DEMO.name })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(world.sql.rows("SELECT clear_demo_data($1)::text", [admin.id])).rejects.toThrow(
      "not a demo",
    );
    expect(await admin.api.company.holdings()).toBeNull();
    expect(await world.count("customers")).toBeGreaterThanOrEqual(120);
  });

  test("cannot be made one to get rid of it", async () => {
    const { version } = await admin.api.settings.current({ kind: "company" });
    const publish = admin.api.settings.publish({
      kind: "company",
      expectedVersion: version,
      body: DEMO,
      note: "call it a demo",
    });
    await expect(publish).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("a demo company", () => {
  beforeAll(() => label(true));

  test("stays where the name is not typed, and for everybody but an admin", async () => {
    await expect(admin.api.company.startOwn({ name: "alder" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(world.marketer.company.startOwn({ name: DEMO.name })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await world.count("decisions")).toBeGreaterThan(0);
  });

  test("has no first steps", async () => {
    expect(await admin.api.company.firstSteps()).toBeNull();
  });

  test("keeps its label", async () => {
    const { version } = await admin.api.settings.current({ kind: "company" });
    const body = { ...DEMO, demo: false };
    const publish = admin.api.settings.publish({
      kind: "company",
      expectedVersion: version,
      body,
      note: "real now",
    });
    await expect(publish).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  test("goes as a whole: no row remains, and the chain says so and verifies", async () => {
    const decisions = await world.count("decisions");
    const before = await verifyAudit(world.database);
    const { removed } = await admin.api.company.startOwn({ name: DEMO.name });
    expect(removed.decisions).toBe(decisions);
    expect(await rowsLeft()).toEqual({});
    expect(await world.sql.rows("SELECT id FROM users")).toEqual([{ id: admin.id }]);
    expect(await world.audit("company.start-own")).toMatchObject([
      { actor: admin.name, data: { before: { demo: true, decisions }, after: { demo: false } } },
    ]);
    const report = await verifyAudit(world.database);
    expect(report).toMatchObject({ verified: true, removed: decisions, blocks: before.blocks + 1 });
  });

  test("the second time there is nothing to take away", async () => {
    await expect(admin.api.company.startOwn({ name: DEMO.name })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("what begins afterwards", () => {
  const publish = (kind: "company" | "brand", body: unknown) =>
    admin.api.settings.publish({ kind, expectedVersion: 0, body, note: "our own" });

  test("first steps come off the list one by one, as things are done", async () => {
    const done = async () => {
      const found = await admin.api.company.firstSteps();
      return found?.steps.filter((step) => step.done).map(({ id }) => id);
    };
    expect(await done()).toEqual([]);
    await publish("company", OWN);
    await publish("brand", { ...defaultBrand, name: OWN.name });
    expect(await done()).toEqual(["sender", "brand"]);
    const customers = "customer,email\n1,ada@example.com\n2,ben@example.com\n";
    const id = await bringIn(admin.api, customers, { kind: "customers", fileName: "customers.csv" });
    await world.system.import.run({ importId: id });
    expect(await done()).toEqual(["sender", "brand", "customers"]);
  });

  test("a campaign runs over the new people, under numbers that were never used", async () => {
    const { id } = await admin.api.campaign.create({ name: "Hello", goal: "win-back" });
    await admin.api.campaign.move({ id, to: "live", reason: "first one" });
    world.clock.advance(1000);
    const { runId } = await admin.api.run.request({ campaignId: id });
    const { chunks, audience } = await world.system.run.freeze({ runId });
    await world.system.run.writeCreatives({ runId });
    for (let chunk = 0; chunk < chunks; chunk++) await world.system.run.decideChunk({ runId, chunk });
    await world.system.run.finish({ runId });
    expect(audience).toBe(2);
    const report = await verifyAudit(world.database);
    expect(report).toMatchObject({ verified: true, broken: null });
    expect(runId).toBeGreaterThan(1);
  });

  test("figures begin when a first message has left, not when it waits", async () => {
    const hasSent = async () => (await admin.api.company.firstSteps())?.hasSent;
    await world.sql.rows(
      `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state)
       VALUES (1, 1, 1, 'email', 1, $1, 'ready')`,
      [world.clock.now()],
    );
    expect(await hasSent()).toBe(false);
    await world.sql.rows("UPDATE outbox SET state = 'sent', settled_at = $1", [world.clock.now()]);
    expect(await hasSent()).toBe(true);
  });

  test("a decision of the new company that goes missing is still found", async () => {
    await world.owner.rows("DELETE FROM decisions");
    expect(await verifyAudit(world.database)).toMatchObject({ verified: false });
  });
});
