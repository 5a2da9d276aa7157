"use client";
import { List } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { HOLDING_REASONS, reasonWords, STOPPING_REASONS } from "@/components/reason-words";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatInstant, formatNumber } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { VERDICTS } from "@/server/domain/decision";
import { VERDICT_WORDS } from "./decision-words";

type Props = {
  decisions: Answer["decision"]["list"];
  campaigns: readonly { id: number; name: string }[];
  offers: OfferTitles;
  filtered: boolean;
};

/** Decisions, newest run first: for whom, what, and why not. */
export function DecisionTable({ decisions, campaigns, offers, filtered }: Props) {
  const { rows, next } = decisions;
  return (
    <Card>
      <Filters campaigns={campaigns} />
      <CardBody flush>
        {rows.length === 0 ? <NoDecisions filtered={filtered} /> : <Rows rows={rows} offers={offers} />}
      </CardBody>
      <CardFooter>
        <CursorPagination
          next={next}
          text={rows.length === 1 ? "1 decision" : `${rows.length} decisions, newest run first`}
        />
      </CardFooter>
    </Card>
  );
}

function Filters({ campaigns }: Pick<Props, "campaigns">) {
  return (
    <div className="flex flex-wrap gap-2 border-b p-3">
      <FilterSelect
        param="verdict"
        label="Verdict"
        all="Any"
        options={VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value].word }))}
      />
      <FilterSelect
        param="reason"
        label="Why"
        all="Any reason"
        className="max-w-full"
        options={[...STOPPING_REASONS, ...HOLDING_REASONS].map((value) => ({
          value,
          label: reasonWords(value),
        }))}
      />
      <FilterSelect
        param="campaign"
        label="Campaign"
        all="Any"
        className="max-w-full"
        options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <SearchBox label="Run number" param="run" className="w-32" />
      <SearchBox label="Customer number" param="customer" className="w-40" />
    </div>
  );
}

type RowsProps = { rows: Props["decisions"]["rows"]; offers: OfferTitles };

function Rows({ rows, offers }: RowsProps) {
  const { timeZone } = useCompany();
  return (
    <Table label="Decisions" density="dense">
      <TableHeader>
        <TableRow>
          <TableHead>Decision</TableHead>
          <TableHead>Verdict</TableHead>
          <TableHead>Campaign</TableHead>
          <TableHead>Choice</TableHead>
          <TableHead>Why</TableHead>
          <TableHead numeric>Chance</TableHead>
          <TableHead>As of</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="whitespace-nowrap">
              <TextLink look="name" href={`/decisions/${row.id}`}>
                {row.id}
              </TextLink>
              <span className="block text-11 text-ink-3">Customer {row.customerId}</span>
            </TableCell>
            <TableCell>
              <Status tone={VERDICT_WORDS[row.verdict].tone}>{VERDICT_WORDS[row.verdict].word}</Status>
            </TableCell>
            <TableCell>{row.campaignName}</TableCell>
            <TableCell>
              {choiceWords(row, offers)}
              {row.segment !== null && (
                <span className="block text-11 text-ink-3">{segmentWords(row.segment)}</span>
              )}
            </TableCell>
            <TableCell>
              <Why reasons={row.reasons} />
            </TableCell>
            <TableCell numeric>{formatNumber(row.propensity)}</TableCell>
            <TableCell className="whitespace-nowrap">{formatInstant(row.atMs, timeZone)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Why({ reasons }: { reasons: readonly string[] }) {
  const [first, ...more] = reasons;
  if (first === undefined) return <span className="text-ink-3">–</span>;
  return (
    <>
      {reasonWords(first)}
      {more.length > 0 && <span className="text-ink-3"> +{more.length}</span>}
    </>
  );
}

function NoDecisions({ filtered }: { filtered: boolean }) {
  if (filtered) return <Empty title="Nothing matches">Change the filters above.</Empty>;
  return (
    <Empty title="No decisions yet" icon={<List aria-hidden />}>
      A run of a campaign decides for each person of its audience; each decision is explained here.
    </Empty>
  );
}
