import { SegmentsPage } from "@/components/segments/segments-page";
import { serverCaller } from "@/server/auth";
import { myPermissions } from "../permissions";

export const metadata = { title: "Segments" };

export default async function AllSegmentsPage() {
  const api = await serverCaller();
  const [list, saved, { campaigns }, granted] = await Promise.all([
    api.segment.list({}),
    api.segment.listSaved({}),
    api.campaign.audienceChoices(),
    myPermissions(),
  ]);
  return (
    <SegmentsPage list={list} saved={saved} campaigns={campaigns} mayWrite={granted.has("campaign.write")} />
  );
}
