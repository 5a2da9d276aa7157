"use client";
import { Sparkline } from "@/components/charts/sparkline";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { formatCount, formatMoney, formatPercent } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Segment, Segmentation, SegmentList } from "./segment-types";
import { goalsWords, NO_SEGMENT, settingsWords, shareOf } from "./segment-words";

type Counted = NonNullable<SegmentList["counted"]>;
type Props = { segmentation: Segmentation; counted: Counted };

/** The segments of one segmentor, with size, value and movement. */
export function SegmentationCard({ segmentation, counted }: Props) {
  const { title, goals, settings, segments, none } = segmentation;
  return (
    <Card>
      <CardHeader title={title} sub={goalsWords(goals)} />
      <CardBody flush>
        <Table label={`Segments by ${title.toLowerCase()}`}>
          <TableHeader>
            <TableRow>
              <TableHead>Segment</TableHead>
              <TableHead numeric>People</TableHead>
              <TableHead numeric>Share</TableHead>
              <TableHead numeric>Spent in 365 days</TableHead>
              <TableHead numeric>Per person</TableHead>
              <TableHead numeric>Came, 28 days</TableHead>
              <TableHead numeric>Went, 28 days</TableHead>
              <TableHead>Size by day</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {segments.map((segment) => (
              <TableRow key={segment.key}>
                <TableCell className="max-w-[44ch]">
                  <TextLink look="name" href={`/segments/${segment.key}`}>
                    {segment.title}
                  </TextLink>
                  <span className="block text-12 whitespace-normal text-ink-3 max-md:hidden">
                    {segment.rule}
                  </span>
                </TableCell>
                <Figures size={segment} total={counted.customers} />
              </TableRow>
            ))}
            <TableRow>
              <TableCell className="text-ink-3">{NO_SEGMENT}</TableCell>
              <Figures size={none} total={counted.customers} />
            </TableRow>
          </TableBody>
        </Table>
      </CardBody>
      <CardFooter>
        <span>Settings: {settingsWords(settings)}.</span>
        <TextLink href="/configuration/configuration" className="ml-auto">
          Change them
        </TextLink>
      </CardFooter>
    </Card>
  );
}

function Figures({
  size,
  total,
}: {
  size: Omit<Segment, "key" | "segment" | "title" | "rule">;
  total: number;
}) {
  const { currency } = useCompany();
  const { customers, spendMinor, came, went, days } = size;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <>
      <TableCell numeric>{formatCount(customers)}</TableCell>
      <TableCell numeric>{formatPercent(shareOf(customers, total))}</TableCell>
      <TableCell numeric>{formatMoney(spendMinor, currency)}</TableCell>
      <TableCell numeric>{formatMoney(shareOf(spendMinor, customers), currency)}</TableCell>
      <TableCell numeric>{formatCount(came, { sign: true })}</TableCell>
      <TableCell numeric>{formatCount(went === null ? null : -went)}</TableCell>
      <TableCell>
        {first !== undefined && last !== undefined && days.length > 1 ? (
          <Sparkline
            values={days.map((one) => one.customers)}
            label={`From ${formatCount(first.customers)} to ${formatCount(last.customers)} people in ${days.length} days`}
          />
        ) : (
          <span className="text-ink-3">One day so far</span>
        )}
      </TableCell>
    </>
  );
}
