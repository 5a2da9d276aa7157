import { type Caller, createCaller } from "@/server/api/root";
import { ManualClock } from "@/server/clock";
import type { Actor } from "@/server/context";
import { permissionsOf, type Role } from "@/server/domain/role";
import type { OutgoingEvent, Platform } from "@/server/platform";
import { openDatabase } from "@/server/store/database";
import { freshDatabase } from "@/server/store/testing/test-database";
import { Vault } from "@/server/store/vault";

const outOfReach = () => Promise.reject(new Error("the console sends and writes nothing by itself"));

/** A database of its own, a clock that is wound, and people who call the API in their roles. */
export async function consoleWorld(start: Date) {
  const fresh = await freshDatabase();
  const database = openDatabase(fresh.appUrl, 8);
  const clock = new ManualClock(start);
  const events: OutgoingEvent[] = [];
  const platform: Platform = {
    database,
    vault: new Vault(Buffer.alloc(32, 7).toString("base64")),
    clock,
    emit: async (sent) => void events.push(...sent),
    renderer: {
      // stands in for Liquid: the one merge field that these tests read
      render: async (jobs) =>
        jobs.map(({ data, ...piece }) => {
          const name = (data.person as { firstName: string | null }).firstName ?? "there";
          const fill = (text: string) => text.replace(/\{\{ person\.firstName[^}]*\}\}/g, name);
          return {
            ok: true,
            ...piece,
            subject: fill(piece.subject),
            html: fill(piece.html),
            text: fill(piece.text),
          };
        }),
      close: async () => undefined,
    },
    senders: { email: { send: outOfReach, close: async () => undefined } },
    writer: { write: outOfReach },
    publicUrl: "http://localhost:3000",
  };
  const { sql } = database;
  const as = (actor: Actor): Caller => createCaller({ actor, platform });

  return {
    platform,
    database,
    sql,
    clock,
    events,
    ownerUrl: fresh.ownerUrl,
    appUrl: fresh.appUrl,
    as,
    system: as({ kind: "system", job: "test" }),
    anonymous: as({ kind: "anonymous" }),
    /** Adds a person to the team and answers their id and their way into the API. */
    async person(...roles: Role[]): Promise<{ id: number; name: string; api: Caller }> {
      const [row] = await sql.rows<{ id: number }>(
        `INSERT INTO users (email, name, password_hash, roles, created_at)
         VALUES (gen_random_uuid() || '@larkfield.example', 'Somebody', 'no hash', $1, $2) RETURNING id`,
        [roles, start],
      );
      const id = row?.id ?? 0;
      const api = as({ kind: "user", id, name: "Somebody", roles, may: permissionsOf(roles) });
      return { id, name: `user:${id}`, api };
    },
    /** The audit's newest entries of an action, oldest first, with what they say. */
    async audit(action: string): Promise<{ actor: string; entity: string; data: unknown }[]> {
      const rows = await sql.rows<{ actor: string; entity_id: string; body: string }>(
        "SELECT actor, entity_id, body FROM audit_entries WHERE action = $1 ORDER BY block, n",
        [action],
      );
      return rows.map(({ actor, entity_id, body }) => ({
        actor,
        entity: entity_id,
        data: (JSON.parse(body) as { data: unknown }).data,
      }));
    },
    async close(): Promise<void> {
      await database.close();
      await fresh.drop();
    },
  };
}

export type ConsoleWorld = Awaited<ReturnType<typeof consoleWorld>>;
