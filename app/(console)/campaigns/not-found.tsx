import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";

export const metadata = { title: "Not found" };

export default function NoSuchCampaign() {
  return (
    <Page>
      <Empty
        title="There is no campaign at this address"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <ButtonLink href="/campaigns" variant="primary">
              All campaigns
            </ButtonLink>
            <ButtonLink href="/overview">Go to the overview</ButtonLink>
          </div>
        }
      >
        Its number may be wrong, or the address is not complete.
      </Empty>
    </Page>
  );
}
