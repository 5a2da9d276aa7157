import { z } from "zod";
import { type SettingKind, settingKinds } from "@/server/domain/settings";
import { settingKind, settingVersion } from "@/server/domain/settings/kind";
import { Refusal } from "@/server/errors";
import { readVersion, type StoredVersion } from "@/server/store/setting-versions";
import { view } from "../verb";

type Reader = Parameters<typeof readVersion>[0];

/** One version; 0 is the built-in one, without an author. Refuses a version that was never published. */
export async function versionOf(prisma: Reader, kind: SettingKind, version: number): Promise<Shown> {
  if (version === 0) {
    return { version, body: settingKinds[kind].initial, note: "Built in", author: null, publishedAt: null };
  }
  const stored = await readVersion(prisma, kind, version);
  if (stored === null) throw new Refusal("NOT_FOUND", `version: ${kind} has no version ${version}`);
  // a field that was added since gets its default, as it does where the version is used
  return { ...stored, body: settingKinds[kind].schema.parse(stored.body) };
}

type Shown = Omit<StoredVersion, "author" | "publishedAt"> & {
  author: string | null;
  publishedAt: Date | null;
};

/** One published version of a document. */
export const settingsVersion = view(
  { needs: "settings.read", input: z.object({ kind: settingKind, version: settingVersion }) },
  ({ ctx, input: { kind, version } }) => versionOf(ctx.platform.database.prisma, kind, version),
);
