import { importKindOf } from "@/components/imports/import-words";
import { NewImport } from "@/components/imports/new-import";
import { Crumb } from "@/components/shell/crumb";
import { NoAccess } from "@/components/shell/no-access";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { myPermissions } from "../../permissions";
import { one, type Search } from "../../search";

export const metadata = { title: "Import a file" };

export default async function NewImportPage({ searchParams }: { searchParams: Search }) {
  const kind = importKindOf(one(await searchParams, "kind")) ?? "customers";
  if (!(await myPermissions()).has("import.write")) return <NoAccess title="Import a file" />;
  return (
    <Page>
      <Crumb label="New" />
      <PageHead
        title="Import a file"
        lead="Nothing is written before you start it, and a dry run writes nothing at all."
      />
      <NewImport kind={kind} />
    </Page>
  );
}
