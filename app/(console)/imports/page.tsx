import { ImportTable } from "@/components/imports/import-table";
import { IMPORT_KINDS, IMPORT_STATE_WORDS, type ImportRow } from "@/components/imports/import-words";
import { NoAccess } from "@/components/shell/no-access";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { myPermissions } from "../permissions";
import { one, type Search } from "../search";

export const metadata = { title: "Imports" };

export default async function ImportsPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const granted = await myPermissions();
  if (!granted.has("import.read")) return <NoAccess title="Imports" />;
  const api = await serverCaller();
  const kinds = IMPORT_KINDS.filter((kind) => kind === one(params, "kind"));
  const states = stateOf(one(params, "state"));
  const after = one(params, "after");
  const before = after !== undefined && /^\d{1,9}$/.test(after) ? Number(after) : null;
  const imports = await api.import.list({ kinds, states, before });
  const mayImport = granted.has("import.write");
  const filtered = kinds.length > 0 || states.length > 0 || before !== null;
  const isEmpty = imports.rows.length === 0 && !filtered;
  return (
    <Page>
      <PageHead
        title="Imports"
        lead="Files with customers, orders, products, consents, tickets and spend, and what became of each row."
        actions={
          mayImport &&
          !isEmpty && (
            <ButtonLink href="/imports/new" variant="primary">
              Import a file
            </ButtonLink>
          )
        }
      />
      <ImportTable imports={imports} filtered={filtered} mayImport={mayImport} />
    </Page>
  );
}

const STATES = Object.keys(IMPORT_STATE_WORDS) as ImportRow["state"][]; // the keys of the record
const stateOf = (text: string | undefined) => STATES.filter((state) => state === text);
