"use client";
import { Shapes } from "lucide-react";
import { useCompany } from "@/components/company";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { CountAgain } from "./count-again";
import { OverlapCard } from "./overlap-card";
import { SavedCard } from "./saved-card";
import type { SegmentList } from "./segment-types";
import { SegmentationCard } from "./segmentation-card";

type Props = { list: SegmentList } & Parameters<typeof SavedCard>[0];

/** Every segment of the enabled segmentors: how many people, who came and went, and where segments overlap. */
export function SegmentsPage({ list, ...own }: Props) {
  const { timeZone } = useCompany();
  const { counted, segmentations } = list;
  return (
    <Page>
      <PageHead
        title="Segments"
        lead="What the segmentors make of all customers. The agent asks the same rules about each person before it acts."
        actions={counted !== null && own.mayWrite && <CountAgain label="Count again" />}
      />
      {counted === null ? (
        <Stack>
          <NotCounted mayCount={own.mayWrite} />
          <SavedCard {...own} />
        </Stack>
      ) : (
        <Stack>
          <SavedCard {...own} />
          {segmentations.map((one) => (
            <SegmentationCard key={one.id} segmentation={one} counted={counted} />
          ))}
          <OverlapCard list={list} />
          <Hint>
            Counted over {formatCount(counted.customers)} customers on {formatInstant(counted.at, timeZone)},
            under version {counted.configurationVersion} of the configuration; counted again every six hours.
            Movement is read from the facts of each day's beginning and end, both under today's settings.
            Scores are fifths of all buyers: when a bound between them moves, many change their segment on one
            day.
          </Hint>
        </Stack>
      )}
    </Page>
  );
}

const NotCounted = ({ mayCount }: { mayCount: boolean }) => (
  <Card>
    <Empty
      title="Not counted yet"
      icon={<Shapes aria-hidden />}
      action={mayCount && <CountAgain label="Count now" isPrimary />}
    >
      How many people each segment holds, how segments overlap and who comes and goes. The first count runs by
      itself within minutes of the first import.
    </Empty>
  </Card>
);
