import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function CampaignsLoading() {
  return <ListSkeleton columns={7} />;
}
