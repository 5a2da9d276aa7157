import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { loadSomeFacts } from "@/server/store/facts.sql";
import { readPeople } from "@/server/store/people";
import { verb, view } from "../verb";
import { chosenIds, customerSelection } from "./selection";

/** Larger files are for an interface between systems, not for a spreadsheet. */
const MOST = 250_000;

/** Lets chosen customers out of the console as a file. The audit keeps who, how many and by what filter; never their data. */
export const beginExport = verb(
  { action: "customer.export", needs: "customer.export", input: z.object({ selection: customerSelection }) },
  async ({ now, input: { selection }, ctx }) => {
    const { ids, more } = await chosenIds(ctx.platform, now, selection, MOST);
    if (more)
      throw new Refusal(
        "BAD_REQUEST",
        `selection: at most ${MOST} at once; narrow the list with its filters`,
      );
    if (ids.length === 0) throw new Refusal("NOT_FOUND", "selection: there is nobody in it");
    return {
      out: { ids },
      entity: { type: "customers", id: String(ids.length) },
      before: null,
      after: { customers: ids.length, ...auditedScope(selection) },
    };
  },
);

/** What is searched for may be somebody's address, which the audit must not keep. */
function auditedScope(selection: z.output<typeof customerSelection>) {
  if ("ids" in selection) return { ids: selection.ids };
  const { search, ...filter } = selection.matching;
  return { matching: { ...filter, searched: search !== "" }, except: selection.except };
}

const pageInput = z.object({ ids: z.array(rowId).min(1).max(1_000) });

const EXPORTED = [
  "country",
  "language",
  "vip",
  "createdMs",
  "orders",
  "spendMinor",
  "lastOrderMs",
  "emailConsent",
  "emailSuppression",
] as const;

/** What an export says of some customers; those who are gone are left out. */
export const exportPage = view(
  { needs: "customer.export", input: pageInput },
  async ({ ctx, now, input }) => {
    const { database, vault } = ctx.platform;
    const [facts, people] = await Promise.all([
      loadSomeFacts(database.sql, input.ids, now, EXPORTED),
      readPeople(database.sql, vault, input.ids),
    ]);
    return input.ids.flatMap((id) => {
      const known = facts.get(id);
      return known === undefined ? [] : [{ id, known, person: people.get(id) ?? null }];
    });
  },
);
