import { getExperiment } from "@/server/services/experiment/get";
import { listExperiments } from "@/server/services/experiment/list";
import { query, router } from "../trpc";

export const experimentRouter = router({ list: query(listExperiments), get: query(getExperiment) });
