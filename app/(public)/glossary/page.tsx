import type { Metadata } from "next";
import { Definitions } from "@/components/overview/definitions";
import { BrandMark } from "@/components/shell/brand-mark";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { kpiGoals } from "@/server/domain/kpi/kpi-goals";
import { defaultTargets } from "@/server/domain/settings/targets";

export const metadata: Metadata = { title: "Glossary" };

export default function GlossaryPage() {
  const { currency } = defaultTargets;
  return (
    <main>
      <Page>
        <div className="mb-5 flex items-center gap-2 font-semibold">
          <BrandMark />
          Touchline
        </div>
        <PageHead
          title="What the figures mean"
          lead={
            <>
              Each figure with its formula, its window and where it comes from, as the product computes it.{" "}
              <TextLink href="/sign-in">Sign in</TextLink> to see yours.
            </>
          }
        />
        <Definitions goals={kpiGoals(defaultTargets, currency)} currency={currency} />
      </Page>
    </main>
  );
}
