"use client";
import type { Answer } from "@/components/api-types";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatMoney } from "@/components/ui/format";
import { Interval } from "@/components/ui/stat";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

type Campaigns = Answer["figures"]["campaigns"];
type Row = Campaigns["rows"][number];

/** What each campaign did in the period, with its own lift. */
export function CampaignFigures({ campaigns: { rows, currency } }: { campaigns: Campaigns }) {
  return (
    <Card>
      <CardHeader title="By campaign" sub="Attributed by last touch; the lift is against its own holdout." />
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty title="No campaign was active">
            Choose another period, or start a run from a campaign's page.
          </Empty>
        ) : (
          <Table label="Figures by campaign">
            <TableHeader>
              <TableRow>
                <TableHead>Campaign</TableHead>
                <TableHead numeric>Decisions</TableHead>
                <TableHead numeric>Touches</TableHead>
                <TableHead numeric>Conversions</TableHead>
                <TableHead numeric>Revenue</TableHead>
                <TableHead numeric>Per touch</TableHead>
                <TableHead numeric>Lift per person</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>
                    <TextLink look="name" href={`/campaigns/${row.id}`}>
                      {row.name}
                    </TextLink>
                  </TableCell>
                  <TableCell numeric>
                    <TextLink href={`/decisions?campaign=${row.id}`}>{formatCount(row.decisions)}</TextLink>
                  </TableCell>
                  <TableCell numeric>{formatCount(row.touches)}</TableCell>
                  <TableCell numeric>{formatCount(row.conversions)}</TableCell>
                  <TableCell numeric>{formatMoney(row.revenueMinor, currency)}</TableCell>
                  <TableCell numeric>
                    {row.perTouchMinor === null ? "–" : formatMoney(row.perTouchMinor, currency)}
                  </TableCell>
                  <TableCell numeric>
                    <LiftCell lift={row.lift.perPerson} currency={currency} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function LiftCell({ lift, currency }: { lift: Row["lift"]["perPerson"]; currency: string }) {
  if (lift.kind === "missing") return <span className="text-ink-3">Not enough data</span>;
  return (
    <>
      {formatMoney(lift.value, currency, { sign: true })}
      <Interval
        low={lift.low}
        high={lift.high}
        format={{ kind: "money", currency }}
        className="block text-11"
      />
    </>
  );
}
