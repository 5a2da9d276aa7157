import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "@/server/context";
import { readPeople } from "@/server/store/people";
import { consoleWorld } from "../../testing/console-world";
import { importLocalFile } from "../import-local-file";
import type { ImportKindName } from "../kinds";

type Options = { options?: Record<string, unknown>; mapping?: Record<string, string>; dryRun?: boolean };

/** A console world with a folder of its own, whose files can be imported. */
export async function importWorld(start = new Date("2026-05-01T12:00:00Z")) {
  const world = await consoleWorld(start);
  const folder = await mkdtemp(path.join(tmpdir(), "touchline-import-"));
  const ctx: Context = { actor: { kind: "operator", command: "test" }, platform: world.platform };
  let files = 0;

  return {
    ...world,
    ctx,
    folder,
    /** Imports a text or a file of this machine. */
    async import(kind: ImportKindName, content: string | Buffer | { file: string }, given: Options = {}) {
      const file =
        typeof content === "object" && "file" in content
          ? content.file
          : path.join(folder, `${files++}-${kind}.csv`);
      if (typeof content === "string" || Buffer.isBuffer(content)) await writeFile(file, content);
      const stored = await importLocalFile(ctx, { kind, file, ...given });
      return { ...stored, rejections: await rejectionsOf(stored.id) };
    },
    /** Every person, by the company's number or else the address. */
    async people() {
      const ids = await world.sql.rows<{ id: number }>("SELECT customer_id AS id FROM people");
      const people = await readPeople(
        world.sql,
        world.platform.vault,
        ids.map(({ id }) => id),
      );
      return new Map(
        [...people].map(([id, person]) => [person.userId ?? person.email ?? "", { id, ...person }]),
      );
    },
    /** What all tables of customer data hold, as one text: equal where nothing changed. */
    async contents(): Promise<string> {
      const tables = [
        "customers",
        "people",
        "identities",
        "orders",
        "order_lines",
        "products",
        "tickets",
        "consents",
        "suppressions",
        "ad_spend",
      ];
      const parts = [];
      for (const table of tables) {
        const [row] = await world.sql.rows<{ all: string | null }>(
          `SELECT string_agg(t::text, E'\\n' ORDER BY t::text) AS all FROM ${table} t`,
        );
        parts.push(`${table}\n${row?.all ?? ""}`);
      }
      return parts.join("\n\n");
    },
    async close(): Promise<void> {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };

  async function rejectionsOf(id: number): Promise<string[]> {
    const rows = await world.sql.rows<{ line: number; column: string; reason: string }>(
      `SELECT line, "column", reason FROM import_rejections WHERE import_id = $1 ORDER BY line, "column"`,
      [id],
    );
    return rows.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);
  }
}

export type ImportWorld = Awaited<ReturnType<typeof importWorld>>;
