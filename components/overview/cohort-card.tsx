"use client";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { columnDigits, formatCount, formatMoney, formatPercent } from "@/components/ui/format";
import { Segmented } from "@/components/ui/segmented";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { monthWords } from "./month-words";

type Cohorts = Answer["figures"]["cohorts"];
type Shown = "retained" | "spent";
const SHOWN = [
  { value: "retained" as const, label: "Ordered again" },
  { value: "spent" as const, label: "Revenue to date" },
];

/** Customers by the month of their first order: who came back, or what they have spent. */
export function CohortCard({ cohorts }: { cohorts: Cohorts }) {
  const [shown, setShown] = useState<Shown>("retained");
  const { rows, columns } = cohorts;
  const spent = rows.flatMap(({ months }) => months.map((cell) => cell?.spentMinor ?? 0));
  const digits = columnDigits(spent, cohorts.currency);
  return (
    <Card>
      <CardHeader
        title="Cohorts"
        sub="customers by the month of their first order, all campaigns and channels"
        actions={
          <Segmented label="What the cells show" options={SHOWN} value={shown} onValueChange={setShown} />
        }
      />
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty title="No order in these months">Cohorts begin with the first imported order.</Empty>
        ) : (
          <Table label="Cohorts by month of the first order" density="dense">
            <TableHeader>
              <TableRow>
                <TableHead>First order</TableHead>
                <TableHead numeric>Customers</TableHead>
                {Array.from({ length: columns }, (_, month) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are months, they never move
                  <TableHead key={month} numeric>
                    {month === 0 ? "Same month" : `+${month}`}
                  </TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.cohort}>
                  <TableCell className="whitespace-nowrap">{monthWords(row.cohort)}</TableCell>
                  <TableCell numeric>{formatCount(row.customers)}</TableCell>
                  {row.months.map((cell, month) => (
                    <CohortCell
                      // biome-ignore lint/suspicious/noArrayIndexKey: the columns are months, they never move
                      key={month}
                      cell={cell}
                      shown={shown}
                      isFirst={month === 0}
                      currency={cohorts.currency}
                      digits={digits}
                    />
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
      <CardFooter>
        {shown === "retained"
          ? "The share of a cohort that ordered in that month after its first; the newest month is not over."
          : "Revenue of all orders so far, per customer of the cohort."}
      </CardFooter>
    </Card>
  );
}

type CellProps = {
  cell: Cohorts["rows"][number]["months"][number];
  shown: Shown;
  isFirst: boolean;
  currency: string;
  digits: number;
};

/** Shades stop well below full, so that the words stay readable in both themes. */
const MOST_SHADE_PERCENT = 38;
const FULL_SHARE = 0.4;

function CohortCell({ cell, shown, isFirst, currency, digits }: CellProps) {
  if (cell === null) return <TableCell />;
  if (shown === "spent")
    return <TableCell numeric>{formatMoney(cell.spentMinor, currency, { digits })}</TableCell>;
  const shade = isFirst ? 0 : Math.min(1, cell.retained / FULL_SHARE) * MOST_SHADE_PERCENT;
  return (
    <TableCell
      numeric
      style={{ background: `color-mix(in srgb, var(--color-chart-1) ${shade.toFixed(0)}%, transparent)` }}
    >
      {formatPercent(cell.retained, { digits: 0 })}
    </TableCell>
  );
}
