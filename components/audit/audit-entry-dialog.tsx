"use client";
import { actorWords } from "@/components/actor-words";
import { useCompany } from "@/components/company";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { formatInstant } from "@/components/ui/format";
import type { AuditEntry } from "./audit-table";

/** An entry with the bytes that were hashed. */
export function AuditEntryDialog({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { timeZone } = useCompany();
  const { action, actor, actorName, entityType, entityId, at, block, n, body } = entry;
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent
        size="lg"
        title={`${action} by ${actorWords(actor, actorName)}`}
        description={`${entityType} ${entityId}, ${formatInstant(at, timeZone)}, block ${block}.${n}`}
      >
        <CodeBlock label="The bytes that were hashed">{body}</CodeBlock>
      </DialogContent>
    </Dialog>
  );
}
