import type { Actor } from "@/server/context";
import { Refusal } from "@/server/errors";
import type { Database } from "@/server/store/database";
import { beginTest, type TestedConnection } from "@/server/store/throttle";
import { ownEmail } from "@/server/store/users";

/** The number of the person who asks; the machinery has no address and pays for no test. */
export function personOf(actor: Actor): number {
  if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "this is for people: sign in as yourself");
  return actor.id;
}

/** The signed-in person's own address: where a test mail goes, and nowhere else. */
export async function ownAddress(database: Database, actor: Actor): Promise<string> {
  const email = await ownEmail(database, personOf(actor));
  if (email === null) throw new Refusal("NOT_FOUND", "your account is gone; sign in again");
  return email;
}

/** Refuses who has tested too often lately. */
export async function countTest(database: Database, what: TestedConnection, actor: Actor): Promise<void> {
  const wait = await beginTest(database, what, String(personOf(actor)));
  if (wait !== null)
    throw new Refusal(
      "TOO_MANY_REQUESTS",
      `you have tested often; try again in ${Math.ceil(wait / 60)} minutes`,
    );
}
