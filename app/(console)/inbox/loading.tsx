import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function InboxLoading() {
  return <ListSkeleton columns={3} />;
}
