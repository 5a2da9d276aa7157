import { countChunk } from "@/server/services/segment/count-chunk";
import { dueCounts } from "@/server/services/segment/due";
import { getSegment } from "@/server/services/segment/get";
import { listSegments } from "@/server/services/segment/list";
import { listSavedSegments } from "@/server/services/segment/list-saved";
import { measureForCount } from "@/server/services/segment/measure";
import { removeSavedSegment } from "@/server/services/segment/remove-saved";
import { requestCount } from "@/server/services/segment/request-count";
import { sampleSegment } from "@/server/services/segment/sample";
import { saveSegment } from "@/server/services/segment/save";
import { storeCount } from "@/server/services/segment/store-count";
import { mutation, query, router } from "../trpc";

export const segmentRouter = router({
  list: query(listSegments),
  get: query(getSegment),
  sample: query(sampleSegment),
  listSaved: query(listSavedSegments),
  save: mutation(saveSegment),
  removeSaved: mutation(removeSavedSegment),
  requestCount: mutation(requestCount),
  dueCounts: mutation(dueCounts),
  measureForCount: mutation(measureForCount),
  countChunk: mutation(countChunk),
  storeCount: mutation(storeCount),
});
