import { decideChunk } from "@/server/services/run/decide-chunk";
import { fail } from "@/server/services/run/fail";
import { finish } from "@/server/services/run/finish";
import { freeze } from "@/server/services/run/freeze";
import { getRun } from "@/server/services/run/get";
import { listRuns } from "@/server/services/run/list";
import { requestRun } from "@/server/services/run/request";
import { stopRun } from "@/server/services/run/stop";
import { writeCreatives } from "@/server/services/run/write-creatives";
import { mutation, query, router } from "../trpc";

export const runRouter = router({
  list: query(listRuns),
  get: query(getRun),
  request: mutation(requestRun),
  stop: mutation(stopRun),
  freeze: mutation(freeze),
  writeCreatives: mutation(writeCreatives),
  decideChunk: mutation(decideChunk),
  finish: mutation(finish),
  fail: mutation(fail),
});
