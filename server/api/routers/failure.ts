import { listFailures } from "@/server/services/failure/list";
import { discardFailure, retryFailure } from "@/server/services/failure/settle";
import { mutation, query, router } from "../trpc";

export const failureRouter = router({
  list: query(listFailures),
  retry: mutation(retryFailure),
  discard: mutation(discardFailure),
});
