import { auditBlocks } from "@/server/services/audit/blocks";
import { listAudit, listAuditPlaces } from "@/server/services/audit/list";
import { auditPeople } from "@/server/services/audit/people";
import { verifyChain } from "@/server/services/audit/verify";
import { query, router } from "../trpc";

export const auditRouter = router({
  list: query(listAudit),
  places: query(listAuditPlaces),
  people: query(auditPeople),
  blocks: query(auditBlocks),
  verify: query(verifyChain),
});
