import { customerAsk } from "@/components/customers/customer-ask";
import { CustomerTable } from "@/components/customers/customer-table";
import { NoAccess } from "@/components/shell/no-access";
import { ButtonLink } from "@/components/ui/button";
import { PAGE_ROWS } from "@/components/ui/data-table/page-window";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { company as companySchema } from "@/server/domain/settings/company";
import { listParams } from "../../list-params";
import { myPermissions } from "../../permissions";
import type { Search } from "../../search";
import { viewMenu } from "../../view-menu";

export const metadata = { title: "Customers" };

export default async function CustomersPage({ searchParams }: { searchParams: Search }) {
  const granted = await myPermissions();
  if (!granted.has("customer.read")) return <NoAccess title="Customers" />;
  const params = await listParams(searchParams);
  const api = await serverCaller();
  const [views, company] = await Promise.all([
    viewMenu("customers", params),
    api.settings.current({ kind: "company" }),
  ]);
  const ask = customerAsk(params, companySchema.parse(company.body).currency);
  const [page, { countries }, segmentors] = await Promise.all([
    api.customer.list({ ...ask, limit: PAGE_ROWS }),
    api.customer.countries(),
    api.settings.segmentors({}),
  ]);
  const mayImport = granted.has("import.write");
  return (
    <Page>
      <PageHead
        title="Customers"
        lead="Who they are, what they bought, whether they may be written to."
        actions={mayImport && <ButtonLink href="/imports/new?kind=customers">Import customers</ButtonLink>}
      />
      <CustomerTable
        first={{ ask, page }}
        countries={countries}
        segments={segmentors.flatMap(({ segmentTitles }) =>
          Object.entries(segmentTitles).map(([value, label]) => ({ value, label })),
        )}
        views={views}
        mayImport={mayImport}
        mayExport={granted.has("customer.export")}
        mayWrite={granted.has("customer.write")}
      />
    </Page>
  );
}
