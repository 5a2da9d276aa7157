"use client";
import { CheckCheck } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { NewestFirstPagination } from "@/components/ui/pagination";
import { ReasonCode } from "@/components/ui/reason-code";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Rejected = Answer["writeKey"]["rejectedEvents"];
/** `paged`: this is not the newest page. */
type Props = { rejected: Rejected; paged: boolean };

/** Events that were not taken, newest first, with the field and the reason for each. */
export function RejectedEventTable({ rejected: { rows, next }, paged }: Props) {
  return (
    <Card>
      <CardHeader
        title="Rejected events"
        sub="What a source sent and we could not use, kept for 30 days. What an event held is not kept: it may be personal."
      />
      <CardBody flush>
        {rows.length === 0 ? (
          <Nothing paged={paged} />
        ) : (
          <>
            <div className="max-md:hidden">
              <Rows rows={rows} />
            </div>
            <Cards rows={rows} />
          </>
        )}
      </CardBody>
      {(rows.length > 0 || paged) && (
        <CardFooter>
          <NewestFirstPagination next={next} shown={rows.length} paged={paged} />
        </CardFooter>
      )}
    </Card>
  );
}

function Rows({ rows }: { rows: Rejected["rows"] }) {
  const { timeZone } = useCompany();
  return (
    <Table label="Rejected events" density="dense">
      <TableHeader>
        <TableRow>
          <TableHead>Received</TableHead>
          <TableHead>Source</TableHead>
          <TableHead>Call</TableHead>
          <TableHead>Field</TableHead>
          <TableHead>Reason</TableHead>
          <TableHead>Message id</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ id, receivedAt, source, type, field, reason, messageId }) => (
          <TableRow key={id}>
            <TableCell className="whitespace-nowrap">{formatInstant(receivedAt, timeZone)}</TableCell>
            <TableCell className="whitespace-nowrap">{source ?? "Unknown key"}</TableCell>
            <TableCell className="whitespace-nowrap">{type ?? "Not said"}</TableCell>
            <TableCell className="whitespace-nowrap">
              <ReasonCode>{field}</ReasonCode>
            </TableCell>
            <TableCell className="min-w-56">{reason}</TableCell>
            <TableCell className="max-w-40 truncate text-ink-3" title={messageId ?? undefined}>
              {messageId ?? "None"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The same on a phone, which has no room for the columns. */
function Cards({ rows }: { rows: Rejected["rows"] }) {
  const { timeZone } = useCompany();
  return (
    <ul aria-label="Rejected events" className="border-t md:hidden">
      {rows.map(({ id, receivedAt, source, type, field, reason, messageId }) => (
        <li key={id} className="grid gap-1 px-4 py-3 not-first:border-t">
          <p className="flex flex-wrap justify-between gap-x-3 text-12 text-ink-3">
            <span>
              {source ?? "Unknown key"}, {type ?? "call not said"}
            </span>
            <span>{formatInstant(receivedAt, timeZone)}</span>
          </p>
          <p>
            <ReasonCode>{field}</ReasonCode>
          </p>
          <p className="[overflow-wrap:anywhere]">{reason}</p>
          {messageId !== null && (
            <p className="text-12 text-ink-3 [overflow-wrap:anywhere]">Message id {messageId}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

const Nothing = ({ paged }: { paged: boolean }) =>
  paged ? (
    <Empty title="Nothing on this page">Go back to the start of the list.</Empty>
  ) : (
    <Empty title="No event was rejected in the last 30 days" icon={<CheckCheck aria-hidden />}>
      An event that cannot be used would stand here with its source, its field and the reason.
    </Empty>
  );
