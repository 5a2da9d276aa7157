import { getDecision } from "@/server/services/decision/get";
import { listDecisions } from "@/server/services/decision/list";
import { replayDecision } from "@/server/services/decision/replay";
import { query, router } from "../trpc";

export const decisionRouter = router({
  list: query(listDecisions),
  get: query(getDecision),
  replay: query(replayDecision),
});
