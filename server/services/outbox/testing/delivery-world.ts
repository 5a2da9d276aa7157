import { rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { Envelope, Sender, SendResult } from "@/server/channels/contract";
import { ManualClock } from "@/server/clock";
import type { Context } from "@/server/context";
import { permissionsOf } from "@/server/domain/role";
import { rulesWriter } from "@/server/llm/rules-writer";
import type { Platform } from "@/server/platform";
import { createRenderer } from "@/server/render/create-renderer";
import { bundleThread } from "@/server/render/testing/bundle-thread";
import { openDatabase, type Sql } from "@/server/store/database";
import { freshDatabase } from "@/server/store/testing/test-database";
import { Vault } from "@/server/store/vault";
import { seedCompany } from "./seed-campaign";

/** A sender that keeps what it gets and answers as told: everything is taken unless a test says otherwise. */
export class FakeSender implements Sender {
  readonly sent: Envelope[] = [];
  answer: (envelope: Envelope) => SendResult | Promise<SendResult> = () => ({
    kind: "sent",
    response: "250 ok",
  });

  async send(batch: readonly Envelope[]): Promise<readonly SendResult[]> {
    this.sent.push(...batch);
    return Promise.all(batch.map((envelope) => this.answer(envelope)));
  }

  async close(): Promise<void> {}
}

export type DeliveryWorld = {
  platform: Platform;
  /** the machinery */
  system: Context;
  /** an admin */
  admin: Context;
  clock: ManualClock;
  sender: FakeSender;
  sql: Sql;
  appUrl: string;
  /** as the owner of the tables */
  ownerUrl: string;
  /** one statement as the owner: what the app's role may not do */
  asOwner(sql: string, params: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
};

/** A database of its own with a company that may send, a clock that is wound, real rendering, and a sender that remembers. */
export async function deliveryWorld(start: Date): Promise<DeliveryWorld> {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.appUrl, 8);
  const clock = new ManualClock(start);
  const sender = new FakeSender();
  const script = await bundleThread();
  const renderer = createRenderer({ threads: 1, script });
  const platform: Platform = {
    database,
    vault: new Vault(Buffer.alloc(32, 7).toString("base64")),
    clock,
    emit: async () => undefined,
    renderer,
    senders: { email: sender },
    writer: rulesWriter,
    publicUrl: "https://touchline.example",
  };
  await seedCompany(database.sql, start);
  return {
    platform,
    system: { actor: { kind: "system", job: "deliver-due" }, platform },
    admin: {
      actor: { kind: "user", id: 1, name: "Ada", roles: ["admin"], may: permissionsOf(["admin"]) },
      platform,
    },
    clock,
    sender,
    sql: database.sql,
    appUrl: fresh.appUrl,
    ownerUrl: fresh.ownerUrl,
    asOwner: (sql, params) => onceAs(fresh.ownerUrl, sql, params),
    async close() {
      await renderer.close();
      await database.close();
      await fresh.drop();
      await rm(path.dirname(script), { recursive: true, force: true });
    },
  };
}

async function onceAs(url: string, sql: string, params: readonly unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql, [...params]);
  } finally {
    await client.end();
  }
}
