import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatCount, formatPercent } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { SegmentDetail } from "./segment-types";
import { shareOf } from "./segment-words";

/** The segments of other segmentors that hold some of the same people. */
export function SegmentOverlaps({ detail: { overlaps, segment } }: { detail: SegmentDetail }) {
  const largestFirst = overlaps.toSorted((a, b) => b.customers - a.customers);
  return (
    <Card>
      <CardHeader title="Overlap" sub="with other segmentors" />
      <CardBody flush={largestFirst.length > 0}>
        {largestFirst.length === 0 ? (
          <Hint>Nobody of this segment is in a segment of another segmentor.</Hint>
        ) : (
          <Table label="Overlap" density="dense" className="max-md:min-w-0">
            <TableHeader>
              <TableRow>
                <TableHead>Segment</TableHead>
                <TableHead numeric>In both</TableHead>
                <TableHead numeric>Of these</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {largestFirst.map(({ key, title, customers }) => (
                <TableRow key={key}>
                  <TableCell>
                    <TextLink look="name" href={`/segments/${key}`}>
                      {title}
                    </TextLink>
                  </TableCell>
                  <TableCell numeric>{formatCount(customers)}</TableCell>
                  <TableCell numeric>{formatPercent(shareOf(customers, segment.customers))}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
