"use client";
import type { Answer } from "@/components/api-types";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { formatCount } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Preview = Answer["import"]["preview"];
type Row = Preview["rows"][number];
type Props = { preview: Preview; mapping: Preview["mapping"]; isStale: boolean };

/** The first rows as they would be read, with what is wrong where it is wrong. */
export function FirstRows({ preview: { header, rows, fields }, mapping, isStale }: Props) {
  const bad = rows.filter(({ faults }) => faults.length > 0).length;
  const titles = new Map(
    fields.flatMap(({ name, title }) => {
      const column = mapping[name];
      return column === undefined ? [] : [[column, title] as const];
    }),
  );
  return (
    <Card aria-busy={isStale}>
      <CardHeader
        title="First rows"
        sub={bad === 0 ? "All of them can be used." : `${bad} of ${rows.length} can't be used as they stand.`}
      />
      <CardBody flush className={cn(isStale && "opacity-60")}>
        {rows.length === 0 ? (
          <Empty title="No rows">The file has a header and nothing below it.</Empty>
        ) : (
          <Table label="First rows" density="dense">
            <TableHeader>
              <TableRow>
                <TableHead numeric>Line</TableHead>
                <TableHead>Read as</TableHead>
                {header.map((column, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a header may name two columns alike, and columns never move
                  <TableHead key={at}>
                    {column}
                    <span className="block font-normal">{titles.get(column) ?? "left out"}</span>
                  </TableHead>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <PreviewRow key={row.line} row={row} header={header} mapping={mapping} />
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

/** Reasons shown of a row whose columns are not there; the rest is counted. */
const MOST_REASONS = 2;

function PreviewRow({
  row,
  header,
  mapping,
}: {
  row: Row;
  header: readonly string[];
  mapping: Props["mapping"];
}) {
  const faultAt = (column: string) => row.faults.find(({ field }) => (mapping[field] ?? field) === column);
  const whole = row.faults.filter(({ field }) => !header.includes(mapping[field] ?? field));
  return (
    <TableRow>
      <TableCell numeric>{formatCount(row.line)}</TableCell>
      <TableCell className="whitespace-nowrap">
        <Verdict row={row} />
        {whole.slice(0, MOST_REASONS).map(({ field, reason }) => (
          <span key={field} className="block text-12 text-block">
            {reason}
          </span>
        ))}
        {whole.length > MOST_REASONS && (
          <span className="block text-12 text-ink-3">and {whole.length - MOST_REASONS} more</span>
        )}
      </TableCell>
      {header.map((column, at) => {
        const fault = faultAt(column);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as in the header
          <TableCell key={at} className={cn("max-w-64", mapped(mapping, column) ? "" : "text-ink-3")}>
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{row.cells[at] ?? ""}</span>
            {fault !== undefined && <span className="block text-12 text-block">{fault.reason}</span>}
          </TableCell>
        );
      })}
    </TableRow>
  );
}

const mapped = (mapping: Props["mapping"], column: string) => Object.values(mapping).includes(column);

function Verdict({ row: { faults, isOutside } }: { row: Row }) {
  if (isOutside) return <Badge>Other days</Badge>;
  return faults.length === 0 ? <Badge tone="pass">Good</Badge> : <Badge tone="block">Refused</Badge>;
}
