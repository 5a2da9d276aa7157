import { z } from "zod";
import { savedSegments } from "@/server/store/saved-segments";
import { view } from "../verb";

/** The rules that the team saved under a name, to start an audience from. */
export const listSavedSegments = view(
  { needs: "campaign.read", input: z.object({}).default({}) },
  ({ ctx }) => savedSegments(ctx.platform.database.sql),
);
