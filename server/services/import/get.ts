import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readImport } from "@/server/store/imports";
import { view } from "../verb";
import { shownImport } from "./list";

/** One import with how far it has come and what was refused, counted per reason. */
export const getImport = view(
  { needs: "import.read", input: z.object({ id: rowId }) },
  async ({ ctx, input: { id } }) => {
    const found = await readImport(ctx.platform.database.sql, id);
    if (found === null) throw new Refusal("NOT_FOUND", `id: there is no import ${id}`);
    return shownImport(found);
  },
);
