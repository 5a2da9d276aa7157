import { AuditTable } from "@/components/audit/audit-table";
import { ChainCard } from "@/components/audit/chain-card";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { serverCaller } from "@/server/auth";
import { one, type Search } from "../search";

export const metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const params = await searchParams;
  const api = await serverCaller();
  const [entityType = null, entityId = null] = one(params, "entity")?.split(/\s+/, 2) ?? [];
  const filter = {
    action: one(params, "action") ?? null,
    actor: one(params, "actor") ?? null,
    entityType,
    entityId,
  };
  const [audit, blocks] = await Promise.all([
    api.audit.list({ ...filter, before: placeOf(one(params, "after")) }),
    api.audit.blocks({ limit: 1 }),
  ]);
  const filtered = Object.values(filter).some((value) => value !== null);
  return (
    <Page>
      <PageHead
        title="Audit"
        lead="Who decided, changed and sent what, in a chain that shows every later edit."
      />
      <Grid>
        <Stack className="lg:col-span-9">
          <AuditTable audit={audit} filtered={filtered} />
        </Stack>
        <Stack className="lg:col-span-3">
          <ChainCard newest={blocks[0] ?? null} />
        </Stack>
      </Grid>
    </Page>
  );
}

/** `12-3`: go on after the third entry of block 12. */
function placeOf(text: string | undefined): { block: number; n: number } | null {
  const match = /^(\d{1,15})-(\d{1,9})$/.exec(text ?? "");
  return match === null ? null : { block: Number(match[1]), n: Number(match[2]) };
}
