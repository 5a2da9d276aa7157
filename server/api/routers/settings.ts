import { compareSettings } from "@/server/services/settings/compare";
import { currentSettings } from "@/server/services/settings/current";
import { discardDraft, draftOfSettings, saveDraft } from "@/server/services/settings/draft";
import { settingsVersion } from "@/server/services/settings/get";
import { publishPolicy, publishSettings, publishTargets } from "@/server/services/settings/publish";
import { listSegmentors } from "@/server/services/settings/segmentors";
import { settingVersions } from "@/server/services/settings/versions";
import { mutation, query, router } from "../trpc";

export const settingsRouter = router({
  current: query(currentSettings),
  versions: query(settingVersions),
  get: query(settingsVersion),
  compare: query(compareSettings),
  segmentors: query(listSegmentors),
  publish: mutation(publishSettings),
  publishPolicy: mutation(publishPolicy),
  publishTargets: mutation(publishTargets),
  draft: query(draftOfSettings),
  saveDraft: mutation(saveDraft),
  discardDraft: mutation(discardDraft),
});
