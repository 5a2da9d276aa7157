import { Grid, Page, Stack } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";

export default function SegmentLoading() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <Grid>
          <Stack className="lg:col-span-8">
            <CardSkeleton lines={12} />
            <CardSkeleton lines={8} />
          </Stack>
          <Stack className="lg:col-span-4">
            <CardSkeleton lines={4} />
            <CardSkeleton lines={6} />
          </Stack>
        </Grid>
      </Loading>
    </Page>
  );
}
