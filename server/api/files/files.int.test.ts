import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "@/server/domain/role";
import { type ConsoleWorld, consoleWorld } from "@/server/services/testing/console-world";
import { cookieOf as cookieIn } from "@/server/services/testing/cookie-of";
import { removeUpload } from "@/server/store/intake-files";
import { receiveUpload } from "./receive-upload";
import { sendRejections } from "./send-rejections";

const OURS = "http://localhost:3000";
const start = new Date("2026-03-02T09:00:00Z");
let world: ConsoleWorld;
beforeAll(async () => {
  world = await consoleWorld(start);
});
afterAll(() => world.close());

const cookieOf = (role: Role) => cookieIn(world, role);

const send = (headers: Record<string, string>, body: BodyInit | null, maxBytes?: number) =>
  receiveUpload(
    new Request(`${OURS}/api/imports`, { method: "POST", headers, body, duplex: "half" } as RequestInit),
    { platform: world.platform, origins: [OURS], ...(maxBytes === undefined ? {} : { maxBytes }) },
  );

describe("an upload over HTTP", () => {
  test("is stored for whoever may import, and can be previewed", async () => {
    const answer = await send({ cookie: await cookieOf("marketer"), origin: OURS }, "customer\n1\n");
    expect(answer.status).toBe(201);
    const { upload, bytes } = (await answer.json()) as { upload: string; bytes: number };
    expect(bytes).toBe(11);
    const { api } = await world.person("marketer");
    expect((await api.import.preview({ kind: "customers", upload })).rows).toHaveLength(1);
    await removeUpload(upload);
  });

  test.each([
    { what: "nobody", role: null, origin: OURS, status: 401 },
    { what: "a reviewer", role: "reviewer", origin: OURS, status: 403 },
    { what: "a foreign page", role: "marketer", origin: "https://evil.example", status: 403 },
    { what: "a page without an origin", role: "marketer", origin: "null", status: 403 },
  ] as const)("$what gets $status", async ({ role, origin, status }) => {
    const cookie = role === null ? "" : await cookieOf(role);
    expect((await send({ cookie, origin }, "customer\n1\n")).status).toBe(status);
  });

  test("of more than it may have is cut off, announced or not", async () => {
    const cookie = await cookieOf("marketer");
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(10_000)),
    });
    expect((await send({ cookie }, endless, 100_000)).status).toBe(413);
    expect((await send({ cookie, "content-length": "5000000" }, "x", 100_000)).status).toBe(413);
    expect((await send({ cookie }, "", 100_000)).status).toBe(400);
  });
});

describe("the refused rows as a file", () => {
  test("come whole, page by page, with cells that no spreadsheet runs", async () => {
    const [row] = await world.sql.rows<{ id: number }>(
      `INSERT INTO imports (kind, file_name, mapping, options, dry_run, state, bytes, created_by, created_at)
       VALUES ('orders', 'x.csv', '{}', '{}', false, 'done', 1, 'test', $1) RETURNING id`,
      [start],
    );
    const id = row?.id ?? 0;
    await world.sql.rows(
      `INSERT INTO import_rejections (import_id, line, "column", reason)
       SELECT $1, n, '=cmd|''/c calc''!A1', 'no price' FROM generate_series(1, 11000) AS n`,
      [id],
    );
    const ask = async (role: Role) =>
      sendRejections(new Request(OURS, { headers: { cookie: await cookieOf(role) } }), id, world.platform);
    const answer = await ask("marketer");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await answer.text()).trimEnd().split("\r\n");
    expect(lines).toHaveLength(11_001);
    expect(lines.slice(0, 2)).toEqual(["line,column,reason", "1,'=cmd|'/c calc'!A1,no price"]);
    expect(lines.at(-1)).toBe("11000,'=cmd|'/c calc'!A1,no price");
    expect((await ask("reviewer")).status).toBe(403);
    const nonsense = await sendRejections(
      new Request(OURS, { headers: { cookie: await cookieOf("marketer") } }),
      Number.NaN,
      world.platform,
    );
    expect(nonsense.status).toBe(400);
  });
});
