import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function CustomersLoading() {
  return <ListSkeleton columns={7} />;
}
