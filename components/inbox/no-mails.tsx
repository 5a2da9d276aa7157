import { MailCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";

/** The mailbox before its first mail. */
export const NoMails = () => (
  <Card>
    <Empty
      title="No mail has left yet"
      icon={<MailCheck aria-hidden />}
      action={
        <ButtonLink href="/campaigns" variant="primary">
          To the campaigns
        </ButtonLink>
      }
    >
      While no mail server is set, messages stay in this mailbox and reach nobody. Start a run of a campaign,
      approve what waits in the review queue, and the messages arrive here at the hour that was chosen for
      each customer.
    </Empty>
  </Card>
);
