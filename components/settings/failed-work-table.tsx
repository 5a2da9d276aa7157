"use client";
import { CheckCheck } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant } from "@/components/ui/format";
import { NewestFirstPagination } from "@/components/ui/pagination";
import { ReasonCode } from "@/components/ui/reason-code";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type DeadLetterKind, isRepeatable } from "@/server/domain/dead-letter";
import { FailedWorkActions } from "./failed-work-actions";

type Failed = Answer["failure"]["list"];
/** `paged`: this is not the newest page. */
type Props = { failed: Failed; paged: boolean };

const KINDS: Record<DeadLetterKind, string> = {
  event: "An event that could not be handed on",
  batch: "A run for a batch of events, not begun",
  debounce: "A run for the last of several events, not begun",
  cron: "A run by schedule, not begun",
  wait: "A run that could not go on after a wait",
  run: "A run that failed",
};

/** Work of the machine that failed for good, newest first, with what a person may do about it. */
export function FailedWorkTable({ failed: { rows, next }, paged }: Props) {
  return (
    <Card>
      <CardHeader
        title="Failed work"
        sub="What was tried as often as allowed and put aside. It is kept for a week. An Inngest server of your own lists its failed runs itself."
      />
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty
            title={paged ? "Nothing older is left" : "Nothing has failed for good"}
            icon={<CheckCheck aria-hidden />}
          >
            {paged
              ? "What stood here was done again, discarded or kept for its week. Newer work may stand on the first page."
              : "A run or an event that failed would stand here with its error, to be done again or discarded."}
          </Empty>
        ) : (
          <Rows rows={rows} />
        )}
      </CardBody>
      {(next !== null || paged) && (
        <CardFooter>
          <NewestFirstPagination next={next} shown={rows.length} paged={paged} />
        </CardFooter>
      )}
    </Card>
  );
}

function Rows({ rows }: { rows: Failed["rows"] }) {
  const { timeZone } = useCompany();
  return (
    <Table label="Failed work" density="dense">
      <TableHeader>
        <TableRow>
          <TableHead>When</TableHead>
          <TableHead>Function</TableHead>
          <TableHead>What it was</TableHead>
          <TableHead>Error</TableHead>
          <TableHead numeric>Attempts</TableHead>
          <TableHead>What to do</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ id, kind, functionId, key, reason, attempts, givenUpAt, retryAskedAt }) => (
          <TableRow key={id}>
            <TableCell className="whitespace-nowrap">{formatInstant(givenUpAt, timeZone)}</TableCell>
            <TableCell className="whitespace-nowrap">
              <ReasonCode>{functionId ?? key}</ReasonCode>
            </TableCell>
            <TableCell className="min-w-40">
              {KINDS[kind]}
              {!isRepeatable(functionId) && (
                <span className="block text-ink-3">Start a new run from its campaign.</span>
              )}
            </TableCell>
            <TableCell className="min-w-56 [overflow-wrap:anywhere]">{reason}</TableCell>
            <TableCell numeric>{formatCount(attempts)}</TableCell>
            <TableCell className="whitespace-nowrap">
              {retryAskedAt === null ? (
                <FailedWorkActions id={id} name={functionId ?? key} mayRetry={isRepeatable(functionId)} />
              ) : (
                <Status tone="info">Asked for again</Status>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
