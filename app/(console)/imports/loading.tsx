import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function ImportsLoading() {
  return <ListSkeleton columns={7} />;
}
