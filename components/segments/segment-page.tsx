"use client";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatInstant } from "@/components/ui/format";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Stat, StatRow } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { FlowCard } from "./flow-card";
import { SampleCard } from "./sample-card";
import { SegmentOverlaps } from "./segment-overlaps";
import type { SampleRow, SegmentDetail } from "./segment-types";
import { goalsWords, settingsWords, shareOf } from "./segment-words";
import { SizeCard } from "./size-card";
import { UsedBy } from "./used-by";

type Props = {
  detail: SegmentDetail;
  /** null: this person may not see customers */
  sample: readonly SampleRow[] | null;
};

/** One segment: who belongs to it, how many, where they come from, and who writes to them. */
export function SegmentPage({ detail, sample }: Props) {
  const { timeZone } = useCompany();
  const { segment, segmentation, counted } = detail;
  return (
    <Page>
      <PageHead title={segment.title} lead={segment.rule} />
      {counted === null ? (
        <Callout tone="info" className="mb-4">
          Not counted yet: sizes and movement will stand here after the first count. Start it on{" "}
          <TextLink href="/segments">Segments</TextLink>.
        </Callout>
      ) : (
        <Figures detail={detail} total={counted.customers} />
      )}
      <Grid className="mt-4">
        <Stack className="lg:col-span-8">
          {counted !== null && <SizeCard detail={detail} />}
          {sample !== null && <SampleCard rows={sample} />}
        </Stack>
        <Stack className="lg:col-span-4">
          <Card>
            <CardHeader title="Rule" sub={segmentation.title} />
            <CardBody>
              <DescriptionList
                align="left"
                pairs={[
                  { term: "Settings", value: settingsWords(segmentation.settings) },
                  { term: "Used for", value: goalsWords(segmentation.goals) },
                  { term: "Counted", value: formatInstant(counted?.at, timeZone) },
                ]}
              />
              <TextLink href="/configuration/configuration" className="mt-3 inline-block">
                Change the settings
              </TextLink>
            </CardBody>
          </Card>
          {counted !== null && <FlowCard detail={detail} />}
          {counted !== null && <SegmentOverlaps detail={detail} />}
          <UsedBy detail={detail} />
        </Stack>
      </Grid>
    </Page>
  );
}

function Figures({ detail: { segment }, total }: { detail: SegmentDetail; total: number }) {
  const { currency } = useCompany();
  const { customers, spendMinor, came, went } = segment;
  return (
    <StatRow>
      <Stat label="People" value={customers} format={{ kind: "count" }} />
      <Stat label="Share of all customers" value={shareOf(customers, total)} format={{ kind: "percent" }} />
      <Stat
        label="Spent in 365 days"
        value={spendMinor}
        format={{ kind: "money", currency }}
        note="all of them together"
      />
      <Stat
        label="Per person"
        value={shareOf(spendMinor, customers)}
        format={{ kind: "money", currency }}
        note="spent in 365 days ÷ people"
      />
      <Stat label="Came in 28 days" value={came} format={{ kind: "count" }} />
      <Stat label="Went in 28 days" value={went} format={{ kind: "count" }} />
    </StatRow>
  );
}
