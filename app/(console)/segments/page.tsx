import { SegmentsPage } from "@/components/segments/segments-page";
import { serverCaller } from "@/server/auth";
import { myPermissions } from "../permissions";

export const metadata = { title: "Segments" };

export default async function AllSegmentsPage() {
  const api = await serverCaller();
  const [list, granted] = await Promise.all([api.segment.list({}), myPermissions()]);
  return <SegmentsPage list={list} mayCount={granted.has("campaign.write")} />;
}
