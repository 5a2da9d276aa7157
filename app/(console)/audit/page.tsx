import { auditAsk } from "@/components/audit/audit-ask";
import { AuditTable } from "@/components/audit/audit-table";
import { ChainCard } from "@/components/audit/chain-card";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { company as companySchema } from "@/server/domain/settings/company";
import { listParams } from "../list-params";
import type { Search } from "../search";
import { viewMenu } from "../view-menu";

export const metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const params = await listParams(searchParams);
  const api = await serverCaller();
  const [views, company] = await Promise.all([
    viewMenu("audit", params),
    api.settings.current({ kind: "company" }),
  ]);
  const ask = auditAsk(params, companySchema.parse(company.body).timeZone);
  const [page, people, blocks] = await Promise.all([
    api.audit.list({ ...ask, limit: PAGE_ROWS }),
    api.audit.people({}),
    api.audit.blocks({ limit: 1 }),
  ]);
  return (
    <Page>
      <PageHead
        title="Audit"
        lead="Who decided, changed and sent what, in a chain that shows every later edit."
      />
      <Grid>
        <Stack className="lg:col-span-9">
          <AuditTable first={{ ask, page }} people={people} views={views} />
        </Stack>
        <Stack className="lg:col-span-3">
          <ChainCard newest={blocks[0] ?? null} />
        </Stack>
      </Grid>
    </Page>
  );
}
