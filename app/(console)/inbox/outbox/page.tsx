import { outboxAsk } from "@/components/outbox/outbox-ask";
import { OutboxPage } from "@/components/outbox/outbox-page";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { serverCaller } from "@/server/auth";
import { listParams } from "../../list-params";
import { myPermissions } from "../../permissions";
import type { Search } from "../../search";
import { viewMenu } from "../../view-menu";
import { mailTabs } from "../tabs";

export const metadata = { title: "Outbox" };

export default async function OutboxListPage({ searchParams }: { searchParams: Search }) {
  const granted = await myPermissions();
  if (!granted.has("inbox.read")) return <NoAccess title="Outbox" />;
  const params = await listParams(searchParams);
  const api = await serverCaller();
  const ask = outboxAsk(params);
  const [page, { campaigns }, views] = await Promise.all([
    api.outbox.list({ ...ask, pageSize: PAGE_ROWS }),
    api.campaign.audienceChoices(),
    viewMenu("outbox", params),
  ]);
  return (
    <Page>
      <Crumb label="Outbox" />
      <PageHead
        title="Outbox"
        lead="Messages that were let go: when they are due, whether they left, and why not."
      />
      <TabLinks label="Mail" className="mb-4" tabs={mailTabs("outbox", page.counts.uncertain)} />
      <OutboxPage
        first={{ ask, page }}
        campaigns={campaigns}
        mayAct={granted.has("campaign.launch")}
        views={views}
      />
    </Page>
  );
}
