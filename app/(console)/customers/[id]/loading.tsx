import { Page } from "@/components/ui/page";
import { CardSkeleton, HeadSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";

export default function CustomerLoading() {
  return (
    <Page>
      <Loading>
        <HeadSkeleton />
        <div className="grid items-start gap-4 md:grid-cols-[260px_minmax(0,1fr)] lg:grid-cols-[272px_minmax(0,1fr)_288px]">
          <CardSkeleton lines={14} />
          <CardSkeleton lines={12} />
          <CardSkeleton lines={6} className="max-lg:col-span-full" />
        </div>
      </Loading>
    </Page>
  );
}
