import { z } from "zod";
import { settingKind } from "@/server/domain/settings/kind";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";

/** The document in force. Version 0 is what holds until somebody publishes one. */
export const currentSettings = view(
  { needs: "settings.read", input: z.object({ kind: settingKind }) },
  async ({ ctx, input: { kind } }) => ({ kind, ...(await settingInForce(ctx.platform.database.sql, kind)) }),
);
