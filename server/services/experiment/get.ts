import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { view } from "../verb";
import { readExperiments } from "./read-experiments";

/** The experiment on the words of one campaign. NOT_FOUND where it has one variant only or was never launched. */
export const getExperiment = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const [found] = await readExperiments(ctx.platform.database.sql, now, id);
    if (found === undefined) throw new Refusal("NOT_FOUND", `campaign ${id} compares no variants`);
    return found;
  },
);
