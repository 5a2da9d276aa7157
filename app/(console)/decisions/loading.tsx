import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function DecisionsLoading() {
  return <ListSkeleton columns={7} rows={12} />;
}
