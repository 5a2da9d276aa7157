import type { Platform } from "@/server/platform";
import type { Rendered } from "@/server/render/contract";
import { readPeople } from "@/server/store/people";

type Piece = { subject: string; preheader: string; html: string; text: string };

/** How one customer would see a piece. Its links lead nowhere: a look must not count as a click. */
export async function renderFor(
  { database, vault, renderer }: Platform,
  customerId: number,
  piece: Piece,
): Promise<Rendered> {
  const person = (await readPeople(database.sql, vault, [customerId])).get(customerId);
  const data = { person: { firstName: person?.firstName ?? null }, links: DEAD_LINKS };
  const { subject, preheader, html, text } = piece;
  const [rendered] = await renderer.render([{ subject, preheader, html, text, data }]);
  return rendered ?? { ok: false, error: "the renderer gave no answer" };
}

const DEAD_LINKS = { n1: "#", n2: "#", open: "", preferences: "#", unsubscribe: "#" };
