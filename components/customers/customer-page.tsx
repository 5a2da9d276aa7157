import { Star } from "lucide-react";
import type { ReactNode } from "react";
import type { OfferTitles } from "@/components/choice-words";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { ActiveHours } from "./active-hours";
import { ConsentSection } from "./consent-section";
import { CustomerActions } from "./customer-actions";
import { CustomerTimeline } from "./customer-timeline";
import type { CustomerDetail } from "./customer-types";
import { nameOf } from "./customer-words";
import { FactSections } from "./fact-sections";
import { LastDecisionCard } from "./last-decision";
import { NextActionCard } from "./next-action-card";
import { StandingSections } from "./standing-sections";
import type { Show } from "./timeline-shows";
import { WhoSection } from "./who-section";

type Props = { customer: CustomerDetail; offers: OfferTitles; show: Show; mayChange: boolean };

/** One customer: who they are and what they agreed to, what happened, what the agent decided. */
export function CustomerPage({ customer, offers, show, mayChange }: Props) {
  const name = nameOf(customer.id, customer.person);
  return (
    <Page>
      <PageHead
        className="items-center"
        avatar={<Avatar name={name} size="lg" />}
        title={name}
        badges={badgesOf(customer)}
        lead={leadOf(customer)}
        actions={mayChange && customer.erasedAt === null && <CustomerActions customer={customer} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 md:grid-cols-[260px_minmax(0,1fr)] md:gap-4 lg:grid-cols-[272px_minmax(0,1fr)_288px]">
        <Card>
          <WhoSection customer={customer} />
          <ConsentSection customer={customer} />
          <StandingSections
            standing={customer.standing}
            facts={customer.facts}
            asOfMs={customer.asOf.getTime()}
          />
          <FactSections facts={customer.facts} asOfMs={customer.asOf.getTime()} />
          <ActiveHours active={customer.active} />
        </Card>
        <CustomerTimeline customerId={customer.id} timeline={customer.timeline} show={show} />
        <Stack className="max-lg:order-first max-lg:col-span-full">
          {customer.erasedAt === null && <NextActionCard customerId={customer.id} offers={offers} />}
          <LastDecisionCard customerId={customer.id} decision={customer.lastDecision} offers={offers} />
        </Stack>
      </div>
    </Page>
  );
}

function badgesOf({ vip, erasedAt, suppressions, facts }: CustomerDetail): ReactNode {
  return (
    <>
      {vip && (
        <Badge>
          <Star aria-hidden /> VIP
        </Badge>
      )}
      {suppressions.length > 0 && <Badge tone="block">Suppressed</Badge>}
      {facts.keptOut && <Badge tone="hold">Kept out</Badge>}
      {erasedAt !== null && <Badge tone="info">Erased</Badge>}
    </>
  );
}

function leadOf({ person, country }: CustomerDetail): string {
  const place = [person?.city, country].filter(Boolean).join(", ");
  return [person?.email, place].filter(Boolean).join(" · ");
}
