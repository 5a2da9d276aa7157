import { Lock } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";

/** In place of a page that the signed-in person's roles do not include. */
export function NoAccess({ title }: { title: string }) {
  return (
    <Page>
      <PageHead title={title} />
      <Card data-no-access>
        <Empty title="Your role does not include this page" icon={<Lock aria-hidden />}>
          An admin of your company can give you another role; it holds from your next click on.
        </Empty>
      </Card>
    </Page>
  );
}
