import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConsoleWorld, consoleWorld } from "../testing/console-world";

let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld(new Date("2026-03-02T09:00:00Z"));
});
afterAll(() => world.close());

const rows = (userId: number) =>
  world.sql.rows<{ day: string; area: string; seconds: number }>(
    "SELECT to_char(day, 'YYYY-MM-DD') AS day, area, seconds FROM console_time WHERE user_id = $1 ORDER BY day, area",
    [userId],
  );
const goOn = (seconds: number) => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000));

test("time adds up by person, day and area, and leaves no entry in the audit", async () => {
  const { id, api } = await world.person("reviewer");
  await api.session.atWork({ area: "review", seconds: 60 });
  goOn(60);
  await api.session.atWork({ area: "review", seconds: 55 });
  goOn(60);
  await api.session.atWork({ area: "customers", seconds: 20 });
  goOn(24 * 3600);
  await api.session.atWork({ area: "review", seconds: 10 });
  expect(await rows(id)).toEqual([
    { day: "2026-03-02", area: "customers", seconds: 20 },
    { day: "2026-03-02", area: "review", seconds: 115 },
    { day: "2026-03-03", area: "review", seconds: 10 },
  ]);
  expect(await world.audit("session.at-work")).toEqual([]);
});

test("two windows side by side are one person's time once", async () => {
  const { id, api } = await world.person("marketer");
  await api.session.atWork({ area: "campaigns", seconds: 60 });
  goOn(60);
  await api.session.atWork({ area: "campaigns", seconds: 60 });
  await api.session.atWork({ area: "overview", seconds: 60 });
  const counted = await rows(id);
  expect(counted.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(120);
});

test("nobody can report an hour at once, or without being signed in", async () => {
  const { api } = await world.person("executive");
  await expect(api.session.atWork({ area: "overview", seconds: 3600 })).rejects.toThrow("seconds");
  await expect(world.anonymous.session.atWork({ area: "overview", seconds: 60 })).rejects.toThrow("sign in");
  await expect(world.system.session.atWork({ area: "overview", seconds: 60 })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
