import { Grid, Page, Stack } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";

export default function ImportLoading() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <Grid>
          <Stack className="lg:col-span-8">
            <CardSkeleton lines={4} />
            <CardSkeleton lines={8} />
          </Stack>
          <CardSkeleton lines={8} className="lg:col-span-4" />
        </Grid>
      </Loading>
    </Page>
  );
}
