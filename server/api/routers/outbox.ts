import { cancelOutbox } from "@/server/services/outbox/cancel";
import { deliverDue } from "@/server/services/outbox/deliver-due";
import { getMessage } from "@/server/services/outbox/get";
import { listMessages } from "@/server/services/outbox/list";
import { recoverLeases } from "@/server/services/outbox/recover-leases";
import { settleOutbox } from "@/server/services/outbox/settle";
import { mutation, query, router } from "../trpc";

export const outboxRouter = router({
  list: query(listMessages),
  get: query(getMessage),
  settle: mutation(settleOutbox),
  cancel: mutation(cancelOutbox),
  deliverDue: mutation(deliverDue),
  recoverLeases: mutation(recoverLeases),
});
