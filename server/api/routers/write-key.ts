import { createWriteKey } from "@/server/services/write-key/create";
import { listWriteKeys } from "@/server/services/write-key/list";
import { revokeWriteKey } from "@/server/services/write-key/revoke";
import { mutation, query, router } from "../trpc";

export const writeKeyRouter = router({
  list: query(listWriteKeys),
  create: mutation(createWriteKey),
  revoke: mutation(revokeWriteKey),
});
