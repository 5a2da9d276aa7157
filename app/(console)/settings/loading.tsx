import { ListSkeleton } from "@/components/ui/page-skeleton";

export default function SettingsLoading() {
  return <ListSkeleton columns={4} rows={5} />;
}
