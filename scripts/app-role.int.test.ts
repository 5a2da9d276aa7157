import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openDatabase } from "@/server/store/database";
import { freshDatabase, type TestDatabase } from "@/server/store/testing/test-database";
import { needProperRoles } from "./postgres/app-role.mjs";
import { refuseDemo } from "./seed.mjs";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("the app's own role is taken", async () => {
  await expect(needProperRoles({ appUrl: database.appUrl })).resolves.toBeUndefined();
});

test("a role that could change the audit is refused, and the remedy named", async () => {
  const { superuserUrl } = inject("testServer");
  const asSuperuser = Object.assign(new URL(superuserUrl), {
    pathname: new URL(database.appUrl).pathname,
  }).href;
  await expect(needProperRoles({ appUrl: database.ownerUrl })).rejects.toThrow(
    /touchline_owner, which owns the tables.*touchline_app/s,
  );
  await expect(needProperRoles({ appUrl: asSuperuser })).rejects.toThrow(/is a superuser/);
});

test("production refuses a database that holds the demo company, and no other", async () => {
  await expect(refuseDemo(database.ownerUrl)).resolves.toBeUndefined();
  const { sql, close } = openDatabase(database.appUrl, 1);
  const publish = (version: number, demo: boolean) =>
    sql.rows(
      `INSERT INTO setting_versions (kind, version, body, note, author, published_at)
       VALUES ('company', $1, $2, '', 'test', now())`,
      [version, JSON.stringify({ demo })],
    );
  await publish(1, true);
  await expect(refuseDemo(database.ownerUrl)).rejects.toThrow(/demo company/);
  await publish(2, false);
  await expect(refuseDemo(database.ownerUrl)).resolves.toBeUndefined();
  await close();
});
