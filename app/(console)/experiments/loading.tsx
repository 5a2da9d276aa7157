import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function ExperimentsLoading() {
  return <ListSkeleton columns={6} />;
}
