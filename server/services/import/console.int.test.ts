import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openImportSession } from "@/server/store/imports-session.sql";
import { removeUpload, storeUpload, TooLong, uploadedFile } from "@/server/store/intake-files";
import { type ImportWorld, importWorld } from "./testing/import-world";

let world: ImportWorld;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

const uploaded = async (text: string) =>
  (await storeUpload(Readable.from([Buffer.from(text)]), 1_000_000)).upload;
const PEOPLE = "Customer No,E-Mail,First\n1,one@example.com,A\n2,not an address,B\n3,three@example.com,C\n";
const MAPPED = { customer: "Customer No", email: "E-Mail", firstName: "First" };

describe("an import in the console", () => {
  test("shows how it would read a file, is made, started and run, and tells what it refused", async () => {
    const { api } = await world.person("marketer");
    const upload = await uploaded(PEOPLE);
    const shown = await api.import.preview({ kind: "customers", upload });
    expect(shown).toMatchObject({
      header: ["Customer No", "E-Mail", "First"],
      mapping: MAPPED,
      problems: [],
    });
    expect(shown.rows.map(({ line, faults }) => [line, faults.map(({ reason }) => reason)])).toEqual([
      [2, []],
      [3, ["an address with spaces, or letters other than a–z"]],
      [4, []],
    ]);

    const dry = await api.import.create({
      kind: "customers",
      upload,
      fileName: "../../etc/people.csv",
      dryRun: true,
    });
    await api.import.start(dry);
    await world.system.import.run({ importId: dry.id });
    expect(await api.import.get(dry)).toMatchObject({
      state: "done",
      accepted: 2,
      rejected: 1,
      fileName: "people.csv",
    });
    expect((await world.people()).size).toBe(0);

    const { id } = await api.import.create({ kind: "customers", upload, fileName: "people.csv" });
    await api.import.start({ id });
    expect(world.events.at(-1)).toMatchObject({ name: "import/requested", data: { importId: id } });
    expect(await world.system.import.run({ importId: id })).toEqual({ importId: id, outcome: "done" });
    const done = await api.import.get({ id });
    expect(done).toMatchObject({
      state: "done",
      rows: 3,
      accepted: 2,
      rejected: 1,
      bytesRead: PEOPLE.length,
    });
    expect(JSON.stringify(done)).not.toContain(upload);
    const { rows, next } = await api.import.rejections({ id });
    expect({ rows, next }).toEqual({
      rows: [{ line: 3, column: "E-Mail", reason: "an address with spaces, or letters other than a–z" }],
      next: null,
    });
    expect((await world.people()).size).toBe(2);
    const [entry] = (await world.audit("import.run")).slice(-1);
    expect(entry).toMatchObject({
      entity: String(id),
      data: { state: "done", rows: 3, accepted: 2, rejected: 1 },
    });
    // what was read for good is gone, with the addresses in it
    await expect(api.import.preview({ kind: "customers", upload })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await world.system.import.run({ importId: id })).toEqual({ importId: id, outcome: "over" });
  });

  test("refuses what cannot be read, and says what is missing", async () => {
    const { api } = await world.person("marketer");
    const upload = await uploaded("a,b\n1,2\n");
    const make = (kind: "orders" | "customers", mapping?: Record<string, string>) =>
      api.import.create({ kind, upload, fileName: "x.csv", mapping: mapping ?? null });
    await expect(make("orders")).rejects.toThrow("mapping: no column is mapped to order (Order number)");
    await expect(make("customers", { customer: "z" })).rejects.toThrow(
      "mapping: there is no column z for customer",
    );
    await expect(make("customers", { nonsense: "a" })).rejects.toThrow("mapping: there is no field nonsense");
    await expect(
      api.import.create({ kind: "orders", upload: "../../../etc/passwd", fileName: "x" }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(
      api.import.preview({ kind: "orders", upload, options: { currency: "gold" } }),
    ).rejects.toThrow("options.currency");
    const empty = await uploaded("");
    await expect(api.import.create({ kind: "customers", upload: empty, fileName: "x" })).rejects.toThrow(
      "the file is empty",
    );
    await removeUpload(upload);
  });

  test("pages its list and its rejected rows by what came last", async () => {
    const { api } = await world.person("marketer");
    const upload = await uploaded(`customer,email\n${"1,bad\n".repeat(5)}`);
    const { id } = await api.import.create({ kind: "customers", upload, fileName: "bad.csv" });
    await api.import.start({ id });
    await world.system.import.run({ importId: id });
    const lines = [];
    let after = null as { line: number; column: string } | null;
    do {
      const page: { rows: { line: number }[]; next: typeof after } = await api.import.rejections({
        id,
        after,
        limit: 2,
      });
      lines.push(...page.rows.map(({ line }) => line));
      after = page.next;
    } while (after !== null);
    expect(lines).toEqual([2, 3, 4, 5, 6]);
    const first = await api.import.list({ limit: 1 });
    expect(first.rows.map((row) => row.id)).toEqual([id]);
    const second = await api.import.list({ limit: 1, before: first.next });
    expect(second.rows.map((row) => row.id)).toEqual([id - 1]);
    expect((await api.import.list({ kinds: ["orders"] })).rows).toEqual([]);
  });

  test("can be cancelled while it runs: the batch under way leaves nothing", async () => {
    const { api } = await world.person("marketer");
    const upload = await uploaded(
      `customer\n${Array.from({ length: 12_000 }, (_, i) => `x${i}`).join("\n")}\n`,
    );
    const { id } = await api.import.create({ kind: "customers", upload, fileName: "many.csv" });
    await api.import.start({ id });
    const running = world.system.import.run({ importId: id });
    for (;;) {
      const { rows } = await api.import.get({ id });
      if (rows > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await api.import.cancel({ id });
    expect(await running).toEqual({ importId: id, outcome: "cancelled" });
    const { state, accepted } = await api.import.get({ id });
    expect(state).toBe("cancelled");
    const [made] = await world.sql.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM identities WHERE kind = 'user' AND customer_id NOT IN (SELECT customer_id FROM identities WHERE kind = 'email')",
    );
    expect(made?.n).toBe(accepted);
    await expect(api.import.cancel({ id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(api.import.start({ id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("what a crash left half read begins again and ends the same; two at once are one", async () => {
    const { api } = await world.person("marketer");
    const file = path.join(world.folder, "half.csv");
    await writeFile(
      file,
      `order,customer,at,sku,quantity,price\n${Array.from({ length: 7000 }, (_, i) => `h${i % 3500},h${i % 3500},2025-01-01,A,1,1.00`).join("\n")}\n`,
    );
    const upload = await uploaded(await readFile(file, "utf8"));
    const { id } = await api.import.create({ kind: "orders", upload, fileName: "half.csv" });
    await api.import.start({ id });
    // as a run that was killed after its first batch leaves it
    await world.sql.rows("UPDATE imports SET rows = 5000, accepted = 5000 WHERE id = $1", [id]);
    await world.sql.rows(`INSERT INTO import_rejections VALUES ($1, 1, '', 'from before')`, [id]);
    const session = await openImportSession(world.database, id);
    expect(await world.system.import.run({ importId: id })).toEqual({ importId: id, outcome: "busy" });
    session?.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await world.system.import.run({ importId: id })).toEqual({ importId: id, outcome: "done" });
    expect(await api.import.get({ id })).toMatchObject({ rows: 7000, accepted: 7000, rejected: 0 });
    expect((await api.import.rejections({ id })).rows).toEqual([]);
    const [total] = await world.sql.rows("SELECT sum(revenue_minor)::int AS minor FROM orders");
    expect(total).toEqual({ minor: 700_000 });
  });

  test("a file that turns unreadable fails at its line, and keeps the rows before it", async () => {
    const { api } = await world.person("marketer");
    const upload = await uploaded('customer,city\nu1,Leeds\nu2,"York\nu3,Hull\n');
    const { id } = await api.import.create({ kind: "customers", upload, fileName: "open.csv" });
    await api.import.start({ id });
    await world.system.import.run({ importId: id });
    const done = await api.import.get({ id });
    expect(done).toMatchObject({
      state: "failed",
      accepted: 1,
      rejected: 1,
      error: "line 3: a quote is opened and never closed",
    });
    expect((await world.people()).get("u1")?.city).toBe("Leeds");
  });
});

describe("an upload", () => {
  test("stays below its limit, or leaves nothing", async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1000);
      })(),
    );
    await expect(storeUpload(endless, 10_000)).rejects.toThrow(TooLong);
  });

  test("is opened by the name it was given, and by no path", () => {
    for (const name of ["../x", "/etc/passwd", "a".repeat(36), "", "..", "0000\0"])
      expect(uploadedFile(name)).toBeNull();
  });
});
