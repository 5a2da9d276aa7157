import { indexNames } from "@/server/services/upkeep/index-names";
import { sampleHealth } from "@/server/services/upkeep/sample-health";
import { trimEventKeys } from "@/server/services/upkeep/trim-event-keys";
import { unfinished } from "@/server/services/upkeep/unfinished";
import { mutation, router } from "../trpc";

export const upkeepRouter = router({
  unfinished: mutation(unfinished),
  trimEventKeys: mutation(trimEventKeys),
  sampleHealth: mutation(sampleHealth),
  indexNames: mutation(indexNames),
});
