"use client";
import { Shuffle } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { Funnel } from "@/components/charts/funnel";
import { useCompany } from "@/components/company";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CampaignBody } from "@/server/domain/campaign";
import { fateWords, REACH_WORDS } from "./fate-words";
import { staleClass } from "./stale-class";
import type { Reach } from "./use-reach";

/** How many are left after each step, judged by the rules of a run. */
export function ReachFunnel({ reach: { data, error, isStale } }: { reach: Reach }) {
  return (
    <Card>
      <CardHeader title="How many are left" />
      <CardBody className={staleClass(isStale)}>
        {error !== null ? (
          <Callout tone="block" role="alert">
            The people could not be judged: {error}
          </Callout>
        ) : data === undefined ? (
          <Loading>
            <Skeleton className="h-[540px]" />
          </Loading>
        ) : (
          <Funnel
            label="How many are left"
            steps={[
              { label: "In the audience", count: data.total },
              ...data.steps.map(({ step, left, low, high, stopped }) => ({
                label: REACH_WORDS[step].left,
                count: left,
                note: noteOf(stopped, REACH_WORDS[step].stopped, data.isEstimate ? { low, high } : null),
              })),
            ]}
          />
        )}
      </CardBody>
      {data?.isEstimate && (
        <CardFooter>
          Estimated from {formatCount(data.judged)} people at random; from, to is the 95 % interval.
        </CardFooter>
      )}
    </Card>
  );
}

function noteOf(stopped: number, word: string, interval: { low: number; high: number } | null) {
  const parts = [
    ...(stopped > 0 ? [`${formatCount(stopped)} ${word}`] : []),
    ...(interval === null ? [] : [`from ${formatCount(interval.low)} to ${formatCount(interval.high)}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(" · ");
}

/** Five people of the audience at random, with what would become of them. */
export function ReachPeople({ reach: { data, isStale, drawOthers } }: { reach: Reach }) {
  const { watch } = useFormContext<CampaignBody>();
  const { currency, timeZone } = useCompany();
  const autonomy = watch("autonomy");
  return (
    <Card>
      <CardHeader
        title="Five of them, at random"
        actions={
          <Button size="sm" onClick={drawOthers} disabled={data?.people.length === 0}>
            <Shuffle aria-hidden /> Draw five others
          </Button>
        }
      />
      <CardBody flush className={staleClass(isStale)}>
        {data === undefined ? (
          <Loading>
            <Skeleton className="m-4 h-[164px]" />
          </Loading>
        ) : data.people.length === 0 ? (
          <Empty title="Nobody matches">Widen the rules above.</Empty>
        ) : (
          <Table label="A sample of the audience" density="dense">
            <TableHeader>
              <TableRow>
                <TableHead>Customer</TableHead>
                <TableHead>Last order</TableHead>
                <TableHead numeric>Orders</TableHead>
                <TableHead numeric>Spent</TableHead>
                <TableHead>Would be</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {data.people.map((person) => {
                const { tone, text } = fateWords(person.fate, autonomy, currency);
                return (
                  <TableRow key={person.customerId}>
                    <TableCell>
                      <TextLink href={`/customers/${person.customerId}`}>
                        {person.name ?? `No. ${person.customerId}`}
                      </TextLink>
                    </TableCell>
                    <TableCell>
                      {person.lastOrderMs === null
                        ? "Never"
                        : formatInstant(person.lastOrderMs, timeZone, "date")}
                    </TableCell>
                    <TableCell numeric>{formatCount(person.orders)}</TableCell>
                    <TableCell numeric>{formatMoney(person.spendMinor, currency)}</TableCell>
                    <TableCell>
                      <Status tone={tone} className="whitespace-normal">
                        {text}
                      </Status>
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
