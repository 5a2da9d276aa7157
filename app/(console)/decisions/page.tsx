import { decisionAsk } from "@/components/decisions/decision-ask";
import { DecisionTable } from "@/components/decisions/decision-table";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { company as companySchema } from "@/server/domain/settings/company";
import { listParams } from "../list-params";
import { offerTitles } from "../offer-titles";
import { myPermissions } from "../permissions";
import type { Search } from "../search";
import { viewMenu } from "../view-menu";

export const metadata = { title: "Decisions" };
const MOST_CAMPAIGNS = 100;

export default async function DecisionsPage({ searchParams }: { searchParams: Search }) {
  const params = await listParams(searchParams);
  const api = await serverCaller();
  const [granted, views, company] = await Promise.all([
    myPermissions(),
    viewMenu("decisions", params),
    api.settings.current({ kind: "company" }),
  ]);
  const mayFindPeople = granted.has("customer.read");
  const ask = decisionAsk(params, companySchema.parse(company.body).timeZone, mayFindPeople);
  const [page, campaigns, offers] = await Promise.all([
    api.decision.list({ ...ask, limit: PAGE_ROWS }),
    api.campaign.list({ pageSize: MOST_CAMPAIGNS }),
    offerTitles(),
  ]);
  return (
    <Page>
      <PageHead
        title="Decisions"
        lead="What the line decided for each person, and why. Each is stored once and never changed."
      />
      <DecisionTable
        first={{ ask, page }}
        campaigns={campaigns.rows.map(({ id, name }) => ({ id, name }))}
        offers={offers}
        mayFindPeople={mayFindPeople}
        views={views}
      />
    </Page>
  );
}
