import { z } from "zod";
import { settingKind, settingVersion } from "@/server/domain/settings/kind";
import { authorNames, listVersions } from "@/server/store/setting-versions";
import { view } from "../verb";

const input = z.object({
  kind: settingKind,
  /** the last version of the page before */
  before: settingVersion.nullable().default(null),
  limit: z.number().int().min(1).max(100).default(50),
});

/** Who published which version when, and why; newest first. */
export const settingVersions = view(
  { needs: "settings.read", input },
  async ({ ctx, input: { kind, before, limit } }) => {
    const rows = await listVersions(ctx.platform.database.prisma, kind, { before, limit: limit + 1 });
    const head = rows.slice(0, limit);
    const names = await authorNames(
      ctx.platform.database.sql,
      head.map(({ author }) => author),
    );
    const shown = head.map((row) => ({ ...row, authorName: names.get(row.author) ?? row.author }));
    return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.version ?? null) : null };
  },
);
