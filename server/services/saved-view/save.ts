import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { LISTS, viewQueryOf } from "@/server/domain/saved-view";
import { insertView, updateView } from "@/server/store/saved-views";
import { verb } from "../verb";
import { ownView, personId, taken } from "./own";

const name = z.string().trim().min(1, "give it a name").max(60);
const query = z
  .record(z.string().min(1).max(40), z.string().max(300))
  .refine((value) => Object.keys(value).length <= 30, "at most 30 parameters")
  .transform((value) => viewQueryOf(Object.entries(value)));

/** Keeps how a list stands now under a name. A filter may hold somebody's address, so the audit keeps the name only. */
export const createView = verb(
  { action: "saved-view.create", needs: "view.own", input: z.object({ list: z.enum(LISTS), name, query }) },
  async ({ tx, actor, now, input }) => {
    const id = await insertView(tx.sql, { ...input, ownerId: personId(actor) }, now);
    if (id === null) throw taken();
    return {
      out: { id },
      entity: { type: "saved-view", id: String(id) },
      before: null,
      after: { list: input.list, name: input.name, parameters: Object.keys(input.query) },
    };
  },
);

/** Renames a view of one's own, or has it keep how the list stands now. */
export const changeView = verb(
  {
    action: "saved-view.change",
    needs: "view.own",
    input: z.object({ id: rowId, name: name.optional(), query: query.optional() }),
  },
  async ({ tx, actor, now, input }) => {
    const view = await ownView(tx.sql, actor, input.id);
    const changed = { ...view, name: input.name ?? view.name, query: input.query ?? view.query };
    if (!(await updateView(tx.sql, changed, now))) throw taken();
    const kept = (one: typeof view) => ({ name: one.name, parameters: Object.keys(one.query) });
    return {
      out: { id: view.id },
      entity: { type: "saved-view", id: String(view.id) },
      before: kept(view),
      after: kept(changed),
    };
  },
);
