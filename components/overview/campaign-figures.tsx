import type { Answer } from "@/components/api-types";
import { IntervalMark } from "@/components/charts/interval-mark";
import { niceScale, type Scale } from "@/components/charts/scale";
import { leftOutWords } from "@/components/left-out-words";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { columnDigits, formatCount, formatInterval, formatMoney } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import {
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
} from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { missingWords } from "@/server/domain/kpi/figure";
import { decisionsHref, type ShownScope } from "./scope-links";

type Campaigns = Answer["figures"]["campaigns"];
type Row = Campaigns["rows"][number];
type Overview = Answer["figures"]["overview"];
type Props = { campaigns: Campaigns; overview: Overview; scope: ShownScope };

const STATES: Record<string, { tone: Tone | "draft"; label: string }> = {
  draft: { tone: "draft", label: "Draft" },
  live: { tone: "pass", label: "Live" },
  paused: { tone: "hold", label: "Paused" },
  stopped: { tone: "block", label: "Stopped" },
  archived: { tone: "neutral", label: "Archived" },
};

/** What each campaign did in the period, with its own lift. */
export function CampaignFigures({ campaigns: { rows, currency }, overview, scope }: Props) {
  return (
    <Card>
      <CardHeader title="Campaigns" sub="sorted by attributed revenue" />
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty title="No campaign was active">
            Choose another period, or start a run from a campaign's page.
          </Empty>
        ) : (
          <CampaignTable rows={rows} currency={currency} overview={overview} scope={scope} />
        )}
      </CardBody>
      <CardFooter>
        A grey interval holds zero: the effect cannot be told from chance yet. The incremental figure is per
        touch, against the campaign's own holdout, and the company's too where no other campaign decided in
        these days. {leftOutWords(overview.lift.runsLeftOut)}
      </CardFooter>
    </Card>
  );
}

type TableProps = { rows: readonly Row[]; currency: string; overview: Overview; scope: ShownScope };

function CampaignTable({ rows, currency, overview, scope }: TableProps) {
  const known = [...rows.map(({ lift }) => lift.perTouch), overview.lift.perTouch].flatMap((found) =>
    found.kind === "known" ? [found.low, found.high] : [],
  );
  const scale = niceScale(known);
  const { sums, revenuePerTouch, lift } = overview;
  const digits = columnDigits([sums.revenueMinor, ...rows.map(({ revenueMinor }) => revenueMinor)], currency);
  return (
    <Table label="Figures by campaign">
      <TableHeader>
        <TableRow>
          <TableHead>Campaign</TableHead>
          <TableHead numeric>Decisions</TableHead>
          <TableHead numeric>Touches</TableHead>
          <TableHead numeric>Led to an order</TableHead>
          <TableHead numeric>Revenue</TableHead>
          <TableHead numeric>Per touch</TableHead>
          <TableHead numeric>Incremental</TableHead>
          <TableHead aria-label="Interval drawn" className="w-40" />
          <TableHead numeric>95 % interval</TableHead>
          <TableHead>State</TableHead>
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
              <TextLink href={decisionsHref({ ...scope, campaignId: row.id, channel: null })}>
                {formatCount(row.decisions)}
              </TextLink>
            </TableCell>
            <TableCell numeric>
              <TextLink href={decisionsHref({ ...scope, campaignId: row.id }, { among: "left" })}>
                {formatCount(row.touches)}
              </TextLink>
            </TableCell>
            <TableCell numeric>{formatCount(row.conversions)}</TableCell>
            <TableCell numeric>{formatMoney(row.revenueMinor, currency, { digits })}</TableCell>
            <PerTouchCell found={row.revenuePerTouch} currency={currency} />
            <LiftCells found={row.lift.perTouch} currency={currency} scale={scale} />
            <TableCell>
              <State state={row.state} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell>{scope.campaignId === null ? "All campaigns" : "This campaign"}</TableCell>
          <TableCell numeric>
            {formatCount(Object.values(overview.decisions.byVerdict).reduce((sum, count) => sum + count, 0))}
          </TableCell>
          <TableCell numeric>{formatCount(sums.touches)}</TableCell>
          <TableCell numeric>{formatCount(sums.conversions)}</TableCell>
          <TableCell numeric>{formatMoney(sums.revenueMinor, currency, { digits })}</TableCell>
          <PerTouchCell found={revenuePerTouch} currency={currency} />
          <LiftCells found={lift.perTouch} currency={currency} scale={scale} />
          <TableCell />
        </TableRow>
      </TableFooter>
    </Table>
  );
}

/** Held to the same number of buyers as the first figure of the page. */
function PerTouchCell({ found, currency }: { found: Row["revenuePerTouch"]; currency: string }) {
  if (found.kind === "known")
    return (
      <TableCell numeric className="font-medium">
        {formatMoney(found.value, currency)}
      </TableCell>
    );
  return (
    <TableCell
      numeric
      className="min-w-32 text-12 whitespace-normal text-ink-3"
      title={`Not enough data: ${missingWords(found)}`}
    >
      Not enough data: {formatCount(found.has)} of {formatCount(found.needs)} buyers
    </TableCell>
  );
}

type LiftProps = { found: Row["lift"]["perTouch"]; currency: string; scale: Scale };

function LiftCells({ found, currency, scale }: LiftProps) {
  if (found.kind === "missing")
    return (
      <>
        <TableCell numeric className="text-ink-3">
          –
        </TableCell>
        <TableCell colSpan={2} className="text-12 text-ink-3">
          Not enough data: {missingWords(found)}
        </TableCell>
      </>
    );
  return (
    <>
      <TableCell numeric>{formatMoney(found.value, currency)}</TableCell>
      <TableCell>
        <IntervalMark value={found.value} low={found.low} high={found.high} scale={scale} />
      </TableCell>
      <TableCell numeric className="text-12 text-ink-3">
        {formatInterval(found.low, found.high, { kind: "money", currency })}
      </TableCell>
    </>
  );
}

function State({ state }: { state: string }) {
  const { tone, label } = STATES[state] ?? { tone: "neutral" as const, label: state };
  return (
    <Status tone={tone} className="text-ink-2">
      {label}
    </Status>
  );
}
