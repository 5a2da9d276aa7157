import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatCount, formatPercent } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Segmentation, SegmentList } from "./segment-types";
import { shareOf } from "./segment-words";

/** How the segments of each two segmentors overlap. One segmentor alone divides: its segments never overlap. */
export function OverlapCard({ list: { segmentations, overlaps } }: { list: SegmentList }) {
  const pairs = segmentations.flatMap((rows, i) =>
    segmentations.slice(i + 1).map((columns) => ({ rows, columns })),
  );
  if (pairs.length === 0) return null;
  const both = new Map(overlaps.map(({ one, other, customers }) => [`${one}|${other}`, customers]));
  return (
    <Card>
      <CardHeader title="Overlap" sub="people in both segments, and their share of the row's segment" />
      {pairs.map(({ rows, columns }) => (
        <CardBody key={`${rows.id}|${columns.id}`} flush>
          <Matrix rows={rows} columns={columns} both={both} />
        </CardBody>
      ))}
    </Card>
  );
}

type MatrixProps = { rows: Segmentation; columns: Segmentation; both: ReadonlyMap<string, number> };

function Matrix({ rows, columns, both }: MatrixProps) {
  return (
    <Table label={`${rows.title} by ${columns.title}`} density="dense">
      <TableHeader>
        <TableRow>
          <TableHead>
            {rows.title} \ {columns.title}
          </TableHead>
          {columns.segments.map(({ key, title }) => (
            <TableHead key={key} numeric>
              {title}
            </TableHead>
          ))}
          <TableHead numeric>In the row's segment</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.segments.map((row) => (
          <TableRow key={row.key}>
            <TableCell>
              <TextLink look="name" href={`/segments/${row.key}`}>
                {row.title}
              </TextLink>
            </TableCell>
            {columns.segments.map((column) => (
              <Shared
                key={column.key}
                customers={both.get(`${row.key}|${column.key}`) ?? 0}
                of={row.customers}
              />
            ))}
            <TableCell numeric className="text-ink-3">
              {formatCount(row.customers)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** The darker, the larger the share; the figure stands on it. */
function Shared({ customers, of }: { customers: number; of: number | null }) {
  const share = shareOf(customers, of);
  const depth = share === null || customers === 0 ? 0 : Math.max(4, Math.round(share * 36));
  return (
    <TableCell
      numeric
      style={{ backgroundColor: `color-mix(in oklab, var(--color-accent) ${depth}%, transparent)` }}
    >
      {formatCount(customers)}
      {share !== null && customers > 0 && (
        <span className="ml-1.5 text-12 text-ink-2">{formatPercent(share, { digits: 0 })}</span>
      )}
    </TableCell>
  );
}
