import { afterEach, beforeEach, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;
let admin: Awaited<ReturnType<ConsoleWorld["person"]>>;
beforeEach(async () => {
  world = await consoleWorld(start);
  admin = await world.person("admin");
});
afterEach(() => world.close());

async function putAside(functionId: string, reason = "the mail of kim@example.test is broken") {
  const [row] = await world.sql.rows<{ id: number }>(
    `INSERT INTO engine.dead_letters (kind, function_id, key, event_ids, reason, given_up_at, attempts)
     VALUES ('run', $1, $1, '{}', $2, $3, 4) RETURNING id`,
    [functionId, reason, start],
  );
  return row?.id ?? 0;
}
const asked = () => world.sql.rows("SELECT id, retry_asked_at AS at FROM engine.dead_letters ORDER BY id");

test("failed work is listed newest first with its error, and the overview names it", async () => {
  await putAside("touchline-import-file");
  await putAside("touchline-send-report");
  const { rows, next } = await admin.api.failure.list({});
  expect(rows).toMatchObject([
    { functionId: "touchline-send-report", attempts: 4, givenUpAt: start, retryAskedAt: null },
    { functionId: "touchline-import-file" },
  ]);
  expect(next).toBeNull();
  const [alert] = (await admin.api.figures.alerts({})).filter(({ key }) => key === "given-up");
  expect(alert).toMatchObject({
    title: "2 pieces of work failed for good.",
    action: { href: "/settings?tab=failed" },
  });
  expect(alert?.detail).toContain("touchline-import-file, touchline-send-report");
  const marketer = await world.person("marketer");
  await expect(marketer.api.failure.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("it is asked for again once, with a reason that the audit keeps; the error's words do not go there", async () => {
  const id = await putAside("touchline-send-report");
  await expect(admin.api.failure.retry({ id, reason: " " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await admin.api.failure.retry({ id, reason: "The mail server is back" });
  expect(await asked()).toEqual([{ id, at: start }]);
  await expect(admin.api.failure.retry({ id, reason: "once more" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  const entries = await world.audit("failure.retry");
  expect(entries).toMatchObject([
    {
      actor: admin.name,
      entity: String(id),
      data: {
        before: { kind: "run", functionId: "touchline-send-report", attempts: 4 },
        after: { reason: "The mail server is back" },
      },
    },
  ]);
  expect(JSON.stringify(entries)).not.toContain("kim@");
});

test("a campaign's run is not done again: its campaign begins a new one", async () => {
  const id = await putAside("touchline-start-run");
  await expect(admin.api.failure.retry({ id, reason: "again please" })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("campaign"),
  });
});

test("it is discarded with a reason, and is then gone", async () => {
  const id = await putAside("touchline-import-file");
  await admin.api.failure.discard({ id, reason: "The file was wrong" });
  expect(await asked()).toEqual([]);
  expect(await world.audit("failure.discard")).toMatchObject([
    { actor: admin.name, data: { after: { reason: "The file was wrong" } } },
  ]);
  await expect(admin.api.failure.discard({ id, reason: "twice" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
