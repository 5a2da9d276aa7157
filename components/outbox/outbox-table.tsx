"use client";
import { Send } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { SortHead } from "@/components/ui/sort-head";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { OUTBOX_STATES } from "@/server/domain/review";
import { MessageActions } from "./message-actions";
import { OUTBOX_WORDS } from "./outbox-words";

type Outbox = Answer["outbox"]["list"];
type Row = Outbox["rows"][number];
type Props = {
  outbox: Outbox;
  page: number;
  pageSize: number;
  filtered: boolean;
  /** whether this person may settle and cancel */
  mayAct: boolean;
};

const FALLBACK = "-id";

/** Messages on their way out, what became of them, and what only a person can settle. */
export function OutboxTable({ outbox, page, pageSize, filtered, mayAct }: Props) {
  const { rows, total, counts } = outbox;
  return (
    <Card>
      <div className="flex flex-wrap gap-2 border-b p-3">
        <FilterSelect
          param="state"
          label="State"
          all="Every state"
          options={OUTBOX_STATES.map((value) => ({
            value,
            label: `${OUTBOX_WORDS[value].word} (${formatCount(counts[value])})`,
          }))}
        />
      </div>
      <CardBody flush>
        {rows.length === 0 ? <Nothing filtered={filtered} /> : <Rows rows={rows} mayAct={mayAct} />}
      </CardBody>
      <CardFooter>
        <Pagination page={page} pageSize={pageSize} shown={rows.length} total={total} />
      </CardFooter>
    </Card>
  );
}

function Rows({ rows, mayAct }: { rows: readonly Row[]; mayAct: boolean }) {
  return (
    <Table label="Messages">
      <TableHeader>
        <TableRow>
          <SortHead column="id" fallback={FALLBACK}>
            Message
          </SortHead>
          <SortHead column="settledAt" fallback={FALLBACK}>
            State
          </SortHead>
          <SortHead column="notBefore" fallback={FALLBACK}>
            Due
          </SortHead>
          <TableHead>What is known</TableHead>
          {mayAct && <TableHead>What to do</TableHead>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <MessageRow key={row.id} row={row} mayAct={mayAct} />
        ))}
      </TableBody>
    </Table>
  );
}

function MessageRow({ row, mayAct }: { row: Row; mayAct: boolean }) {
  const { timeZone } = useCompany();
  const { tone, word } = OUTBOX_WORDS[row.state];
  return (
    <TableRow>
      <TableCell>
        <TextLink look="name" href={`/decisions/${row.runId}-${row.customerId}`}>
          {row.campaign || `Campaign ${row.campaignId}`}
        </TextLink>
        <span className="block text-12 text-ink-3">
          {row.channel} to customer {row.customerId}
        </span>
      </TableCell>
      <TableCell>
        <Status tone={tone}>{word}</Status>
        {row.settledAt !== null && (
          <span className="block text-12 whitespace-nowrap text-ink-3">
            {formatInstant(row.settledAt, timeZone)}
          </span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap">{formatInstant(row.notBefore, timeZone)}</TableCell>
      <TableCell className="min-w-44">
        <Known row={row} />
      </TableCell>
      {mayAct && (
        <TableCell>
          <MessageActions id={row.id} state={row.state} />
        </TableCell>
      )}
    </TableRow>
  );
}

function Known({ row: { reasons, response, attempt } }: { row: Row }) {
  if (reasons.length === 0 && response === null) {
    return <span className="text-ink-3">{attempt === 0 ? "Not tried yet" : "–"}</span>;
  }
  return (
    <>
      {reasons.map((reason) => (
        <span key={reason} className="block">
          {reasonWords(reason)}
        </span>
      ))}
      {response !== null && (
        <span className="block text-12 text-ink-3 [overflow-wrap:anywhere]">{response}</span>
      )}
    </>
  );
}

const Nothing = ({ filtered }: { filtered: boolean }) => (
  <Empty title={filtered ? "Nothing in this state" : "Nothing was sent on yet"} icon={<Send aria-hidden />}>
    {filtered
      ? "Choose another state above."
      : "A message comes here once the agent, and a person where one is asked, let it go. It leaves at the hour chosen for its customer."}
  </Empty>
);
