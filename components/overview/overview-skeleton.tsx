import { Card, CardBody } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Grid, Page, Stack } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { breathing, Loading, Skeleton } from "@/components/ui/skeleton";
import { kpiGridClass } from "./kpi-grid-class";

const CARDS = 16;

/** The overview while its first row is on its way. */
export function OverviewSkeleton() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <div className="mb-4 flex flex-wrap gap-2">
          <Skeleton className="h-8 w-64" />
          <Skeleton className="h-8 w-72 max-w-full max-md:hidden" />
          <Skeleton className="h-8 w-80 max-w-full max-md:hidden" />
        </div>
        <Stack>
          <Grid>
            <CardSkeleton lines={7} className="lg:col-span-5" />
            <CardSkeleton lines={7} className="lg:col-span-7" />
          </Grid>
          <KpiSkeleton />
          <CardSkeleton lines={14} />
        </Stack>
      </Loading>
    </Page>
  );
}

/** The grid of figures while it is on its way. */
export function KpiSkeleton() {
  return (
    <Card className="overflow-hidden">
      <div aria-busy className={cn(kpiGridClass, breathing)}>
        {Array.from({ length: CARDS }, (_card, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cards are all alike and never move
          <div key={place} className="h-[112px] max-md:h-[132px]">
            <Skeleton className="h-4 w-2/3" />
          </div>
        ))}
      </div>
      <CardBody className="border-t py-[9px]">
        <Skeleton className="my-[3px] w-80 max-w-full" />
      </CardBody>
    </Card>
  );
}
