import { sentBytes } from "@/server/services/decision/bytes";
import { getDecision } from "@/server/services/decision/get";
import { listDecisionPlaces, listDecisions, sumDecisions } from "@/server/services/decision/list";
import { replayDecision } from "@/server/services/decision/replay";
import { query, router } from "../trpc";

export const decisionRouter = router({
  list: query(listDecisions),
  places: query(listDecisionPlaces),
  sums: query(sumDecisions),
  get: query(getDecision),
  sentBytes: query(sentBytes),
  replay: query(replayDecision),
});
