import { z } from "zod";
import { view } from "../verb";
import { readExperiments } from "./read-experiments";

/** Every experiment on words that was begun, with what it shows. */
export const listExperiments = view(
  { needs: "campaign.read", input: z.object({}).prefault({}) },
  async ({ ctx, now }) => ({ rows: await readExperiments(ctx.platform.database.sql, now) }),
);
