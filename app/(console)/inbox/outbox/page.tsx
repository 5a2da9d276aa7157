import { OutboxPage } from "@/components/outbox/outbox-page";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { serverCaller } from "@/server/auth";
import { OUTBOX_STATES } from "@/server/domain/review";
import { myPermissions } from "../../permissions";
import { one, pageOf, type Search, sortOf } from "../../search";
import { mailTabs } from "../tabs";

export const metadata = { title: "Outbox" };
const PAGE_SIZE = 25;

export default async function OutboxListPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const granted = await myPermissions();
  if (!granted.has("inbox.read")) return <NoAccess title="Outbox" />;
  const api = await serverCaller();
  const page = pageOf(params);
  const states = OUTBOX_STATES.filter((state) => state === one(params, "state"));
  const { column, descending } = sortOf(params, ["id", "notBefore", "settledAt"], "-id");
  const outbox = await api.outbox.list({ states, sort: column, descending, page, pageSize: PAGE_SIZE });
  return (
    <Page>
      <Crumb label="Outbox" />
      <PageHead
        title="Outbox"
        lead="Messages that were let go: when they are due, whether they left, and why not."
      />
      <TabLinks label="Mail" className="mb-4" tabs={mailTabs("outbox", outbox.counts.uncertain)} />
      <OutboxPage
        outbox={outbox}
        page={page}
        pageSize={PAGE_SIZE}
        filtered={states.length > 0}
        showsUncertain={states.includes("uncertain")}
        mayAct={granted.has("campaign.launch")}
      />
    </Page>
  );
}
