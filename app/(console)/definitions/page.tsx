import { Definitions } from "@/components/overview/definitions";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";

export const metadata = { title: "What the figures mean" };

export default function DefinitionsPage() {
  return (
    <Page>
      <PageHead
        title="What the figures mean"
        lead="Each figure with its formula, its window and where it comes from."
      />
      <Definitions />
    </Page>
  );
}
