"use client";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { SampleRow } from "./segment-types";

/** A few people of a segment, to see whether the rule means what it should. */
export function SampleCard({ rows }: { rows: readonly SampleRow[] }) {
  const { currency, timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="Some of them" sub="drawn by a hash at the last count, not chosen" />
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty title="Nobody">No customer is in this segment at the last count.</Empty>
        ) : (
          <Table label="Some people of this segment" density="dense">
            <TableHeader>
              <TableRow>
                <TableHead>Customer</TableHead>
                <TableHead>Country</TableHead>
                <TableHead numeric>Orders</TableHead>
                <TableHead numeric>Spent in 365 days</TableHead>
                <TableHead>Last order</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>
                    <TextLink look="name" href={`/customers/${row.id}`}>
                      {nameOf(row)}
                    </TextLink>
                    {row.vip && <span className="ml-1.5 text-12 text-ink-3">VIP</span>}
                  </TableCell>
                  <TableCell>{row.country ?? "–"}</TableCell>
                  <TableCell numeric>{formatCount(row.orders)}</TableCell>
                  <TableCell numeric>{formatMoney(row.spend365Minor, currency)}</TableCell>
                  <TableCell>{formatInstant(row.lastOrderMs, timeZone, "date")}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function nameOf({ id, firstName, lastName, email }: SampleRow): string {
  const name = [firstName, lastName].filter((part) => part).join(" ");
  return name || email || `Customer ${id}`;
}
