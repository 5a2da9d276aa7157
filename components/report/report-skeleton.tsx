import { Grid, Stack } from "@/components/ui/page";
import { CardSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";

/** The report and its settings while today's figures are gathered. */
export function ReportSkeleton() {
  return (
    <Loading>
      <Grid>
        <Stack className="lg:col-span-5">
          <CardSkeleton lines={12} />
          <CardSkeleton lines={8} />
        </Stack>
        <Stack className="lg:col-span-7">
          <CardSkeleton lines={30} />
        </Stack>
      </Grid>
    </Loading>
  );
}
