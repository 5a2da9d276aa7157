import { notFound } from "next/navigation";
import { SegmentPage } from "@/components/segments/segment-page";
import { Crumb } from "@/components/shell/crumb";
import { serverCaller } from "@/server/auth";
import { orNotFound } from "../../found";
import { myPermissions } from "../../permissions";

export const metadata = { title: "Segment" };

export default async function OneSegmentPage({ params }: { params: Promise<{ key: string }> }) {
  const key = decodeURIComponent((await params).key);
  if (!/^[a-z~-]{1,80}\.[a-z-]{1,39}$/.test(key)) notFound();
  const api = await serverCaller();
  const granted = await myPermissions();
  const [detail, sample] = await Promise.all([
    orNotFound(api.segment.get({ key })),
    granted.has("customer.read") ? api.segment.sample({ key }) : null,
  ]);
  return (
    <>
      <Crumb label={detail.segment.title} />
      <SegmentPage detail={detail} sample={sample?.rows ?? null} />
    </>
  );
}
