import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import type { Platform } from "@/server/platform";
import { customerPlaces } from "@/server/store/customers-list.sql";
import { customerFilter, matchedBy } from "./list-filter";

/** Customers that somebody chose in the list: one by one, or all that match but these. */
export const customerSelection = z.union([
  z.object({ ids: z.array(rowId).min(1).max(5_000) }),
  z.object({ matching: customerFilter, except: z.array(rowId).max(5_000).default([]) }),
]);
export type CustomerSelection = z.output<typeof customerSelection>;

/** The numbers of the chosen, in order; at most `most`, and whether there are more. */
export async function chosenIds(
  platform: Platform,
  now: Date,
  selection: CustomerSelection,
  most: number,
): Promise<{ ids: number[]; more: boolean }> {
  if ("ids" in selection) {
    const ids = [...new Set(selection.ids)].sort((a, b) => a - b);
    return { ids: ids.slice(0, most), more: ids.length > most };
  }
  const filter = await matchedBy(platform, selection.matching);
  const { places, more } = await customerPlaces(
    platform.database.sql,
    now,
    filter,
    { sort: "created", descending: false },
    { every: 1, most: most + selection.except.length },
  );
  const left = new Set(selection.except);
  const ids = places.map(({ id }) => id).filter((id) => !left.has(id));
  return { ids: ids.slice(0, most).sort((a, b) => a - b), more: more || ids.length > most };
}
