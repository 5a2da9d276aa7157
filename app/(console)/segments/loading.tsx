import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function SegmentsLoading() {
  return <ListSkeleton columns={8} />;
}
