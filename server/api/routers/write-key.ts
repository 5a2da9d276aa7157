import { createWriteKey } from "@/server/services/write-key/create";
import { listWriteKeys } from "@/server/services/write-key/list";
import { rejectedEvents } from "@/server/services/write-key/rejected-events";
import { revokeWriteKey } from "@/server/services/write-key/revoke";
import { mutation, query, router } from "../trpc";

export const writeKeyRouter = router({
  list: query(listWriteKeys),
  rejectedEvents: query(rejectedEvents),
  create: mutation(createWriteKey),
  revoke: mutation(revokeWriteKey),
});
