import { Mailbox } from "@/components/inbox/mailbox";
import { NoAccess } from "@/components/shell/no-access";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import type { Caller } from "@/server/api/root";
import { serverCaller } from "@/server/auth";
import { orNull } from "../found";
import { myPermissions } from "../permissions";
import { one, pageOf, type Search } from "../search";
import { mailTabs } from "./tabs";

export const metadata = { title: "Sandbox inbox" };
const PAGE_SIZE = 25;

export default async function InboxPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  if (!(await myPermissions()).has("inbox.read")) return <NoAccess title="Sandbox inbox" />;
  const api = await serverCaller();
  const page = pageOf(params);
  const search = one(params, "q")?.slice(0, 200) ?? "";
  const wanted = one(params, "mail");
  const [mails, outbox, mail] = await Promise.all([
    api.inbox.list({ search, page, pageSize: PAGE_SIZE }),
    api.outbox.list({ states: ["uncertain"], pageSize: 1 }),
    wanted === undefined ? null : mailOf(api, wanted),
  ]);
  return (
    <Page>
      <PageHead
        title="Sandbox inbox"
        lead="What left while no mail server was set, as its receivers would have read it. Nothing here reached anybody."
      />
      <TabLinks label="Mail" className="mb-4" tabs={mailTabs("mailbox", outbox.total)} />
      <Mailbox
        mails={mails}
        mail={mail}
        isGone={wanted !== undefined && mail === null}
        page={page}
        pageSize={PAGE_SIZE}
        filtered={search !== ""}
      />
    </Page>
  );
}

/** The mail that the address names; null where it is not there. */
async function mailOf(api: Caller, wanted: string) {
  return /^\d{1,15}$/.test(wanted) ? orNull(api.inbox.get({ id: Number(wanted) })) : null;
}
