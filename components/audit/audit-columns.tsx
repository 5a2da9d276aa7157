import { actorWords } from "@/components/actor-words";
import { Button } from "@/components/ui/button";
import type { TableColumn } from "@/components/ui/data-table/table-column";
import { formatInstant } from "@/components/ui/format";
import { ReasonCode } from "@/components/ui/reason-code";
import type { AuditEntry } from "./audit-table";

/** The columns of the list of audit entries. */
export function auditColumns(
  timeZone: string,
  onOpen: (entry: AuditEntry) => void,
): readonly TableColumn<AuditEntry>[] {
  return [
    { id: "when", title: "When", width: 160, cell: (entry) => formatInstant(entry.at, timeZone) },
    { id: "who", title: "Who", width: 170, cell: (entry) => actorWords(entry.actor, entry.actorName) },
    {
      id: "what",
      title: "What",
      width: 190,
      always: true,
      cell: (entry) => <ReasonCode>{entry.action}</ReasonCode>,
    },
    {
      id: "on",
      title: "On",
      width: 150,
      grows: true,
      cell: (entry) => `${entry.entityType} ${entry.entityId}`,
    },
    {
      id: "block",
      title: "Block",
      width: 90,
      numeric: true,
      cell: (entry) => `${entry.block}.${entry.n}`,
    },
    {
      id: "bytes",
      title: "Bytes",
      width: 80,
      cell: (entry) => (
        <Button size="sm" variant="ghost" onClick={() => onOpen(entry)}>
          Show
        </Button>
      ),
    },
  ];
}
