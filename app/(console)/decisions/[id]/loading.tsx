import { Grid, Page, Stack } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";

export default function DecisionLoading() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <Grid>
          <Stack className="lg:col-span-7">
            <CardSkeleton lines={16} />
          </Stack>
          <Stack className="lg:col-span-5">
            <CardSkeleton lines={8} />
            <CardSkeleton lines={4} />
          </Stack>
        </Grid>
      </Loading>
    </Page>
  );
}
