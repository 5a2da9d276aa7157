import { Grid, Page, Stack } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { Loading, Skeleton } from "@/components/ui/skeleton";

/** A campaign while its figures are on their way. */
export function CampaignSkeleton() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <Skeleton className="mb-4 h-10" />
        <Skeleton className="mb-4 h-9 w-44" />
        <Grid>
          <Stack className="lg:col-span-8">
            <CardSkeleton lines={3} />
            <CardSkeleton lines={12} />
            <CardSkeleton lines={6} />
          </Stack>
          <Stack className="lg:col-span-4">
            <CardSkeleton lines={14} />
            <CardSkeleton lines={16} />
          </Stack>
        </Grid>
      </Loading>
    </Page>
  );
}
