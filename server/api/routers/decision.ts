import { sentBytes } from "@/server/services/decision/bytes";
import { exportDecision } from "@/server/services/decision/export";
import { getDecision } from "@/server/services/decision/get";
import { listDecisionPlaces, listDecisions, sumDecisions } from "@/server/services/decision/list";
import { replayDecision } from "@/server/services/decision/replay";
import { mutation, query, router } from "../trpc";

export const decisionRouter = router({
  list: query(listDecisions),
  places: query(listDecisionPlaces),
  sums: query(sumDecisions),
  get: query(getDecision),
  sentBytes: query(sentBytes),
  replay: query(replayDecision),
  export: mutation(exportDecision),
});
