import { z } from "zod";
import { diff } from "@/server/domain/settings/diff";
import { settingKind, settingVersion } from "@/server/domain/settings/kind";
import { view } from "../verb";
import { versionOf } from "./get";

const input = z.object({ kind: settingKind, from: settingVersion, to: settingVersion });

/** What differs between two versions, field by field. */
export const compareSettings = view(
  { needs: "settings.read", input },
  async ({ ctx, input: { kind, from, to } }) => {
    const { prisma } = ctx.platform.database;
    const [before, after] = [await versionOf(prisma, kind, from), await versionOf(prisma, kind, to)];
    return { changes: diff(before.body, after.body) };
  },
);
