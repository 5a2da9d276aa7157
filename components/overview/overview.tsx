"use client";
import type { Answer } from "@/components/api-types";
import { BarList } from "@/components/charts/bar-list";
import { Funnel } from "@/components/charts/funnel";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatDuration, formatMoney, type ValueFormat } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Grid, Stack } from "@/components/ui/page";
import { StatRow } from "@/components/ui/stat";
import { KPIS } from "@/server/domain/kpi/definitions";
import { ArmsTrend } from "./arms-trend";
import { CampaignFigures } from "./campaign-figures";
import { FigureStat } from "./figure-stat";

type Overview = Answer["figures"]["overview"];
type Props = {
  overview: Overview;
  daily: Answer["figures"]["daily"];
  campaigns: Answer["figures"]["campaigns"];
};

const define = (id: keyof typeof KPIS) => ({ label: KPIS[id].title, definition: `/definitions#${id}` });
const SHARE: ValueFormat = { kind: "percent" };

/** What the marketing earned in a period, beside what it would have earned anyway. */
export function OverviewFigures({ overview, daily, campaigns }: Props) {
  return (
    <div className="grid gap-4">
      {!overview.isComplete && (
        <Callout tone="info">
          The period is not over: orders of the next days may still follow its last touches.
        </Callout>
      )}
      <NorthStar overview={overview} />
      <Rates overview={overview} />
      <Grid>
        <Stack className="lg:col-span-8">
          <ArmsTrend daily={daily} />
          <CampaignFigures campaigns={campaigns} />
        </Stack>
        <Stack className="lg:col-span-4">
          <FunnelCard overview={overview} />
          <Reasons
            title="Blocked, by rule"
            reasons={overview.decisions.blockedBy}
            empty="No rule blocked a message."
          />
          <Reasons
            title="Held for a person, by rule"
            reasons={overview.decisions.heldBecause}
            empty="Nothing was held."
          />
        </Stack>
      </Grid>
    </div>
  );
}

function NorthStar({ overview }: { overview: Overview }) {
  const { currency, sums, lift } = overview;
  const money: ValueFormat = { kind: "money", currency };
  const { baseline, target } = KPIS.revenuePerTouch;
  const dollars = currency === "USD" && `Design baseline $${baseline}, target $${target}. `;
  return (
    <StatRow>
      <FigureStat
        {...define("revenuePerTouch")}
        figure={overview.revenuePerTouch}
        format={money}
        size="l"
        note={
          <>
            {dollars}
            {formatMoney(sums.revenueMinor, currency)} ÷ {formatCount(sums.touches)} touches
          </>
        }
      />
      <FigureStat
        {...define("incrementalPerTouch")}
        figure={lift.perTouch}
        format={money}
        size="l"
        againstChance
        note="What the treated spent beyond the holdout, per touch."
      />
      <FigureStat
        {...define("lift")}
        figure={lift.perPerson}
        format={money}
        size="l"
        againstChance
        note={`${formatCount(lift.treated.people)} treated, ${formatCount(lift.heldOut.people)} held out, per person.`}
      />
    </StatRow>
  );
}

function Rates({ overview }: { overview: Overview }) {
  const { rates, sums, convertedPeople, contactedPeople, review } = overview;
  const of = (part: number, whole: number) => `${formatCount(part)} / ${formatCount(whole)}`;
  return (
    <StatRow>
      <FigureStat
        {...define("conversion")}
        figure={rates.conversion}
        format={SHARE}
        note={of(convertedPeople, contactedPeople)}
      />
      <FigureStat
        {...define("openRate")}
        figure={rates.openRate}
        format={SHARE}
        note={of(sums.opens, sums.touches)}
      />
      <FigureStat
        {...define("clickRate")}
        figure={rates.clickRate}
        format={SHARE}
        note={of(sums.clicks, sums.touches)}
      />
      <FigureStat
        {...define("unsubscribeRate")}
        figure={rates.unsubscribeRate}
        format={SHARE}
        note={of(sums.unsubscribes, sums.touches)}
      />
      <FigureStat
        {...define("overrideShare")}
        figure={review.overrideShare}
        format={SHARE}
        note={
          review.medianSeconds === null
            ? "No review was timed yet."
            : `Median review ${formatDuration(review.medianSeconds * 1000)} (${formatCount(review.timed)} timed)`
        }
      />
    </StatRow>
  );
}

const STEP_WORDS: Record<string, string> = {
  decided: "Decided",
  sent: "Sent",
  opened: "Opened",
  clicked: "Clicked",
};

/** Told in words, so that each bar is a part of the one above: people also order without a click. */
const SIDE_ROADS = { held: true, approved: true, converted: true };

function FunnelCard({ overview }: { overview: Overview }) {
  const side = new Map(overview.funnel.map(({ step, count }) => [step, count]));
  const steps = overview.funnel
    .filter(({ step }) => !(step in SIDE_ROADS))
    .map(({ step, count }) => ({ label: STEP_WORDS[step] ?? step, count }));
  return (
    <Card>
      <CardHeader title="From decision to click" sub="Decisions of the period; touches of the period." />
      <CardBody className="grid gap-3">
        <Funnel label="From decision to click" steps={steps} />
        <Hint>
          {formatCount(side.get("held") ?? 0)} were held for a person,{" "}
          {formatCount(side.get("approved") ?? 0)} of them approved. {formatCount(side.get("converted") ?? 0)}{" "}
          orders followed a touch within the window, with or without a click. Opens and clicks are people's:
          machines are left out.
        </Hint>
      </CardBody>
    </Card>
  );
}

type Counted = Overview["decisions"]["blockedBy"];

function Reasons({ title, reasons, empty }: { title: string; reasons: Counted; empty: string }) {
  return (
    <Card>
      <CardHeader title={title} />
      <CardBody>
        {reasons.length === 0 ? (
          <Empty title={empty}>Reasons are counted once for each decision.</Empty>
        ) : (
          <BarList
            label={title}
            format={{ kind: "count" }}
            items={reasons.map(({ reason, decisions }) => ({ key: reason, label: reason, value: decisions }))}
          />
        )}
      </CardBody>
    </Card>
  );
}
