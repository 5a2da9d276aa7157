import { CustomerTable } from "@/components/customers/customer-table";
import { NoAccess } from "@/components/shell/no-access";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { myPermissions } from "../permissions";
import { one, type Search, sortOf } from "../search";

export const metadata = { title: "Customers" };

const CONSENTS = ["granted", "withdrawn", "none"] as const;
/** Where a page ends; an address that was changed by hand begins anew. */
const PLACE = /^-?\d{1,16}(\.\d+)?:\d{1,10}$/;

export default async function CustomersPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const granted = await myPermissions();
  if (!granted.has("customer.read")) return <NoAccess title="Customers" />;
  const api = await serverCaller();
  const country = one(params, "country");
  const after = one(params, "after");
  const filter = {
    search: one(params, "q")?.slice(0, 254) ?? "",
    country: country?.length === 2 ? country : null,
    vip: one(params, "vip") === "yes" ? true : null,
    consent: CONSENTS.find((state) => state === one(params, "consent")) ?? null,
  };
  const { column, descending } = sortOf(params, ["created", "lastOrder", "orders", "spend"], "-created");
  const [customers, { countries }] = await Promise.all([
    api.customer.list({
      ...filter,
      sort: column,
      descending,
      after: after !== undefined && PLACE.test(after) ? after : null,
    }),
    api.customer.countries(),
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
        customers={customers}
        countries={countries}
        filtered={
          after !== undefined || Object.values(filter).some((value) => value !== null && value !== "")
        }
        mayImport={mayImport}
      />
    </Page>
  );
}
