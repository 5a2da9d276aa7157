import { z } from "zod";
import { listWriteKeys as allWriteKeys } from "@/server/store/write-keys";
import { view } from "../verb";

/** The keys by which sources send events, those in force first. The keys themselves are not kept. */
export const listWriteKeys = view(
  { needs: "settings.read", input: z.object({}).prefault({}) },
  async ({ ctx }) => ({ rows: await allWriteKeys(ctx.platform.database.sql) }),
);
