import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const NOW = new Date("2026-03-10T12:00:00.000Z");
let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld(NOW);
});
afterAll(() => world.close());

async function customer(): Promise<number> {
  const [row] = await world.sql.rows<{ id: number }>(
    "INSERT INTO customers (created_at) VALUES ($1) RETURNING id",
    [NOW],
  );
  return row?.id ?? 0;
}
const code = (call: Promise<unknown>) =>
  call.then(
    () => "in",
    (error: unknown) => (error instanceof TRPCError ? error.code : error),
  );

test("keeping out is a mark in a ledger, takes back what waits, and letting in is another mark", async () => {
  const { setHoldout, get, entry } = (await world.person("marketer")).api.customer;
  const id = await customer();
  const other = await customer();
  await world.sql.rows(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, not_before, state, reasons)
     VALUES (1, $1, 1, 'email', 1, $2, 'ready', '{}')`,
    [id, NOW],
  );
  const change = { id, state: "out" as const, reason: "a supplier of ours" };
  expect(await setHoldout(change)).toMatchObject({ state: "out", cancelled: 1 });
  expect(await code(setHoldout(change))).toBe("CONFLICT");
  const out = await get({ id, show: "edits" });
  expect(out.facts.keptOut).toBe(true);
  expect(out.timeline.rows.map(({ kind, name, detail }) => [kind, name, detail])).toEqual([
    ["holdout", "out", "Somebody: a supplier of ours"],
  ]);
  const place = out.timeline.rows[0]?.place ?? "";
  expect((await entry({ id, place })).row).toMatchObject({ state: "out", reason: change.reason });
  expect(await code(entry({ id: other, place }))).toBe("NOT_FOUND");

  world.clock.advance(1000);
  await setHoldout({ ...change, state: "in", reason: "was a mistake" });
  expect((await get({ id })).facts.keptOut).toBe(false);
  await expect(world.sql.rows("UPDATE holdout_marks SET state = 'in'")).rejects.toThrow(/permission denied/);
  await expect(world.sql.rows("DELETE FROM holdout_marks")).rejects.toThrow(/permission denied/);
  expect(await world.audit("customer.set-holdout")).toMatchObject([
    { data: { before: { state: null }, after: { state: "out", reason: change.reason, cancelled: 1 } } },
    { data: { before: { state: "out" }, after: { state: "in" } } },
  ]);
});
