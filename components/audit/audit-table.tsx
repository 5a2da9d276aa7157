"use client";
import { ScrollText } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { ReasonCode } from "@/components/ui/reason-code";
import { SearchBox } from "@/components/ui/search-box";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Props = { audit: Answer["audit"]["list"]; filtered: boolean };

/** Who changed what when, newest first, with the bytes that were hashed. */
export function AuditTable({ audit, filtered }: Props) {
  const { entries, next } = audit;
  return (
    <Card>
      <div className="flex flex-wrap gap-2 border-b p-3">
        <SearchBox label="Action begins with" param="action" />
        <SearchBox label="Actor, such as user:1" param="actor" />
        <SearchBox label="Entity, such as review 12" param="entity" />
      </div>
      <CardBody flush>
        {entries.length === 0 ? <NoEntries filtered={filtered} /> : <Entries entries={entries} />}
      </CardBody>
      <CardFooter>
        <CursorPagination
          next={next === null ? null : `${next.block}-${next.n}`}
          text={entries.length === 1 ? "1 entry" : `${entries.length} entries, newest first`}
        />
      </CardFooter>
    </Card>
  );
}

function Entries({ entries }: { entries: Props["audit"]["entries"] }) {
  const { timeZone } = useCompany();
  return (
    <Table label="Audit entries" density="dense">
      <TableHeader>
        <TableRow>
          <TableHead>When</TableHead>
          <TableHead>Who</TableHead>
          <TableHead>What</TableHead>
          <TableHead>On</TableHead>
          <TableHead numeric>Block</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={`${entry.block}-${entry.n}`}>
            <TableCell>{formatInstant(entry.at, timeZone)}</TableCell>
            <TableCell>{entry.actor}</TableCell>
            <TableCell>
              <details>
                <summary className="cursor-pointer">
                  <ReasonCode>{entry.action}</ReasonCode>
                </summary>
                <CodeBlock label="The bytes that were hashed">{entry.body}</CodeBlock>
              </details>
            </TableCell>
            <TableCell>
              {entry.entityType} {entry.entityId}
            </TableCell>
            <TableCell numeric>
              {entry.block}.{entry.n}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const NoEntries = ({ filtered }: { filtered: boolean }) => (
  <Empty title={filtered ? "Nothing matches" : "Nothing recorded yet"} icon={<ScrollText aria-hidden />}>
    {filtered
      ? "Change the filters above."
      : "Every decision, send, review, import and change of settings leaves an entry here."}
  </Empty>
);
