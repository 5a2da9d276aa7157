import { Definitions } from "@/components/overview/definitions";
import { Crumb } from "@/components/shell/crumb";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { serverCaller } from "@/server/auth";
import { kpiGoals } from "@/server/domain/kpi/kpi-goals";
import { company as companySchema } from "@/server/domain/settings/company";
import { targets as targetsSchema } from "@/server/domain/settings/targets";

export const metadata = { title: "What the figures mean" };

export default async function DefinitionsPage() {
  const api = await serverCaller();
  const [company, targets] = await Promise.all([
    api.settings.current({ kind: "company" }),
    api.settings.current({ kind: "targets" }),
  ]);
  const { currency } = companySchema.parse(company.body);
  return (
    <Page>
      <Crumb label="What the figures mean" />
      <PageHead
        title="What the figures mean"
        lead={
          <>
            Each figure with its formula, its window and where it comes from. Where they began and where they
            are to be is set under <TextLink href="/settings?tab=targets">Targets</TextLink>.
          </>
        }
      />
      <Definitions goals={kpiGoals(targetsSchema.parse(targets.body), currency)} currency={currency} />
    </Page>
  );
}
