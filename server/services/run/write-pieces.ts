import { canonical } from "@/server/domain/canonical";
import type { Platform } from "@/server/platform";
import { insertCreatives, type MadeCreative, type NewCreative } from "@/server/store/creatives.sql";
import { letGoOwnWords, type OwnWords } from "@/server/store/own-words.sql";
import type { StoredRun } from "@/server/store/runs";
import type { Briefed } from "./briefs-of";
import { type AuthoredCopy, creativeFrom, ownCopy } from "./creative-from";
import { standingPieces } from "./standing-pieces";

/** A language that fewer of the audience speak is served in the company's. */
export const LANGUAGE_SHARE = 0.01;
/** Pieces that are written and stored together: a crash loses no more than these. */
const BATCH = 20;

/** What the pieces are written for: of a run, or of a campaign as it stands. */
type For = Pick<StoredRun, "campaignId" | "campaignVersion" | "brandVersion">;

/**
 * Has pieces written that do not stand yet, or that rules wrote, batch by batch; with `again` those of a model and of a
 * person too. What a person wrote under an earlier brief comes before what a writer would say. Answers how many were
 * stored: words that stand already are not stored twice.
 */
export async function writePieces(
  { database, writer }: Pick<Platform, "database" | "writer">,
  what: For,
  briefs: ReadonlyMap<string, Briefed>,
  now: Date,
  again = false,
): Promise<number> {
  const { made: standing, kept } = await standingPieces(database.sql, what.campaignId, briefs);
  const isOpen = (input: string) => (standing.get(input)?.planned.writtenBy ?? "rules") === "rules";
  const open = [...briefs].filter(([input]) => again || isOpen(input));
  let stored = 0;
  for (let first = 0; first < open.length; first += BATCH) {
    const batch = open.slice(first, first + BATCH);
    const copies = await copiesFor(writer, batch, again ? new Map() : kept);
    const fresh = await laidOut(what, batch, copies, standing);
    if (fresh.length > 0) await insertCreatives(database.sql, fresh, now);
    if (again) await letGoOwnWords(database.sql, what.campaignId, fresh);
    stored += fresh.length;
  }
  return stored;
}

/** Creatives of those copies that do not stand already. */
async function laidOut(
  what: For,
  batch: readonly [string, Briefed][],
  copies: ReadonlyMap<string, AuthoredCopy>,
  standing: ReadonlyMap<string, MadeCreative>,
): Promise<NewCreative[]> {
  const fresh: NewCreative[] = [];
  for (const [input, briefed] of batch) {
    const copy = copies.get(input);
    if (copy === undefined) throw new Error("the writer left a piece out");
    if (!isSame(standing.get(input), copy.text)) fresh.push(await creativeFrom(what, input, briefed, copy));
  }
  return fresh;
}

/** By the brief's hash: what a person wrote, else what the writer says. */
async function copiesFor(
  writer: Platform["writer"],
  batch: readonly [string, Briefed][],
  kept: ReadonlyMap<string, OwnWords>,
): Promise<Map<string, AuthoredCopy>> {
  const copies = new Map([...kept].map(([input, words]) => [input, ownCopy(words)]));
  const open = batch.filter(([input]) => !copies.has(input));
  if (open.length === 0) return copies;
  const written = await writer.write(open.map(([, { brief }]) => brief));
  for (const [i, copy] of written.entries()) {
    const input = open[i]?.[0];
    if (input !== undefined) copies.set(input, { ...copy, author: null });
  }
  return copies;
}

const isSame = (standing: MadeCreative | undefined, copy: MadeCreative["copy"]): boolean =>
  standing !== undefined && canonical(standing.copy) === canonical(copy);
