import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultCompany } from "@/server/domain/settings/company";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { type Database, openDatabase } from "./database";
import { settingInForce, settingsInForce } from "./settings";
import { freshDatabase, type TestDatabase } from "./testing/test-database";

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await freshDatabase();
  database = openDatabase(own.appUrl, 2);
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const publish = (version: number, name: string) =>
  database.sql.rows(
    `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
     VALUES ('company', $1, $2::jsonb, '', 'test', now())`,
    [version, JSON.stringify({ ...defaultCompany, name })],
  );

test("of several documents each has its newest version, or the default where there is none", async () => {
  await publish(1, "Alder");
  await publish(2, "Finch");
  const { company, policy } = await settingsInForce(database.sql, ["policy", "company"]);
  expect(company).toMatchObject({ version: 2, body: { name: "Finch" } });
  expect(policy).toEqual({ version: 0, body: defaultPolicy });
  expect(company).toEqual(await settingInForce(database.sql, "company"));
});
