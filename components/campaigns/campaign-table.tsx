"use client";
import { Megaphone } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Pagination } from "@/components/ui/pagination";
import { SearchBox } from "@/components/ui/search-box";
import { SortHead } from "@/components/ui/sort-head";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import type { Goal } from "@/server/domain/goal";
import { GOAL_WORDS, STATE_WORDS } from "./campaign-words";

type Props = { campaigns: Answer["campaign"]["list"]; page: number; pageSize: number; filtered: boolean };

/** All campaigns with what waits, what left and what it earned. */
export function CampaignTable({ campaigns, page, pageSize, filtered }: Props) {
  const { rows, total } = campaigns;
  if (total === 0 && !filtered) return <NoCampaigns />;
  return (
    <Card>
      <div className="flex flex-wrap gap-2 border-b p-3">
        <SearchBox label="Search campaigns" />
        <FilterSelect
          param="state"
          label="State"
          all="Every state"
          options={CAMPAIGN_STATES.map((value) => ({ value, label: STATE_WORDS[value].word }))}
        />
      </div>
      <CardBody flush>{rows.length === 0 ? <NothingMatches /> : <Rows rows={rows} />}</CardBody>
      <CardFooter>
        <Pagination page={page} pageSize={pageSize} shown={rows.length} total={total} />
      </CardFooter>
    </Card>
  );
}

function Rows({ rows }: { rows: Props["campaigns"]["rows"] }) {
  const { currency, timeZone } = useCompany();
  return (
    <Table label="Campaigns">
      <TableHeader>
        <TableRow>
          <SortHead column="name" fallback="-updated">
            Campaign
          </SortHead>
          <TableHead>State</TableHead>
          <TableHead>Last run</TableHead>
          <TableHead numeric>Audience</TableHead>
          <TableHead numeric>Waiting</TableHead>
          <SortHead column="touches" numeric fallback="-updated">
            Touches
          </SortHead>
          <TableHead numeric>Orders</TableHead>
          <TableHead numeric>A touch</TableHead>
          <SortHead column="revenue" numeric fallback="-updated">
            Attributed revenue
          </SortHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <TextLink look="name" href={`/campaigns/${row.id}`}>
                {row.name}
              </TextLink>
              <span className="block text-12 text-ink-3">
                {GOAL_WORDS[row.goal as Goal]?.title ?? row.goal}
              </span>
            </TableCell>
            <TableCell>
              <Status tone={STATE_WORDS[row.state].tone}>{STATE_WORDS[row.state].word}</Status>
            </TableCell>
            <TableCell>{row.lastRunAt === null ? "Never" : formatInstant(row.lastRunAt, timeZone)}</TableCell>
            <TableCell numeric>{formatCount(row.lastRunAt === null ? null : row.audience)}</TableCell>
            <TableCell numeric>
              {row.held === 0 ? (
                "0"
              ) : (
                <TextLink href={`/review?campaign=${row.id}`}>{formatCount(row.held)}</TextLink>
              )}
            </TableCell>
            <TableCell numeric>{formatCount(row.touches)}</TableCell>
            <TableCell numeric>{formatCount(row.conversions)}</TableCell>
            <TableCell numeric>
              {formatMoney(row.touches === 0 ? null : row.revenueMinor / row.touches, currency)}
            </TableCell>
            <TableCell numeric>{formatMoney(row.revenueMinor, currency)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const NoCampaigns = () => (
  <Card>
    <Empty
      title="No campaigns yet"
      icon={<Megaphone aria-hidden />}
      action={
        <ButtonLink href="/campaigns/new" variant="primary">
          New campaign
        </ButtonLink>
      }
    >
      A campaign names a goal, the people it is for and what may be done. The agent decides for each of them.
    </Empty>
  </Card>
);

const NothingMatches = () => <Empty title="Nothing matches">Change the search or the state above.</Empty>;
