import { canonical } from "@/server/domain/canonical";
import type { Platform } from "@/server/platform";
import {
  creativesMadeFrom,
  insertCreatives,
  type MadeCreative,
  type NewCreative,
} from "@/server/store/creatives.sql";
import type { StoredRun } from "@/server/store/runs";
import type { Briefed } from "./briefs-of";
import { creativeFrom } from "./creative-from";

/** A language that fewer of the audience speak is served in the company's. */
export const LANGUAGE_SHARE = 0.01;
/** Pieces that are written and stored together: a crash loses no more than these. */
const BATCH = 20;

/** What the pieces are written for: of a run, or of a campaign as it stands. */
type For = Pick<StoredRun, "campaignId" | "campaignVersion" | "brandVersion">;

/**
 * Has pieces written that do not stand yet, or that rules wrote, batch by batch; with `again` those of a model too.
 * Answers how many were stored: words that stand already are not stored twice.
 */
export async function writePieces(
  { database, writer }: Pick<Platform, "database" | "writer">,
  what: For,
  briefs: ReadonlyMap<string, Briefed>,
  now: Date,
  again = false,
): Promise<number> {
  const standing = await creativesMadeFrom(database.sql, what.campaignId, [...briefs.keys()]);
  const open = [...briefs].filter(([input]) => again || standing.get(input)?.planned.writtenBy !== "model");
  let stored = 0;
  for (let first = 0; first < open.length; first += BATCH) {
    const batch = open.slice(first, first + BATCH);
    const copies = await writer.write(batch.map(([, { brief }]) => brief));
    const fresh: NewCreative[] = [];
    for (const [i, [input, briefed]] of batch.entries()) {
      const copy = copies[i];
      if (copy === undefined) throw new Error("the writer left a piece out");
      if (!isSame(standing.get(input), copy.text)) fresh.push(await creativeFrom(what, input, briefed, copy));
    }
    if (fresh.length > 0) await insertCreatives(database.sql, fresh, now);
    stored += fresh.length;
  }
  return stored;
}

const isSame = (standing: MadeCreative | undefined, copy: MadeCreative["copy"]): boolean =>
  standing !== undefined && canonical(standing.copy) === canonical(copy);
