"use client";
import { useQuery } from "@tanstack/react-query";
import type { OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { ErrorState } from "@/components/ui/error-state";
import { formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { CardSkeleton } from "@/components/ui/page-skeleton";
import { Section } from "@/components/ui/section";
import type { NextAction } from "./customer-types";
import { isUnwritten, LiveCampaignSection } from "./live-campaign-section";
import { RoomCard } from "./room-card";

/** What the agent would do for a customer now: the line itself, dry. Asked for after the page is there. */
export function NextActionCard({ customerId, offers }: { customerId: number; offers: OfferTitles }) {
  const next = useQuery(useTRPC().customer.nextAction.queryOptions({ id: customerId }));
  if (next.error !== null)
    return (
      <ErrorState title="The next action could not be worked out" onRetry={() => void next.refetch()}>
        {refusalText(next.error)}
      </ErrorState>
    );
  if (next.data === undefined)
    return (
      <>
        <CardSkeleton lines={18} />
        <CardSkeleton lines={6} />
      </>
    );
  return (
    <>
      <Shown next={next.data} customerId={customerId} offers={offers} />
      <RoomCard room={next.data.room} />
    </>
  );
}

type ShownProps = { next: NextAction; customerId: number; offers: OfferTitles };

function Shown({ next, customerId, offers }: ShownProps) {
  const { timeZone } = useCompany();
  const { campaigns, best, leftOut, asOf } = next;
  const [first, ...others] = campaigns;
  return (
    <Card>
      <CardHeader title="Next best action" sub={`as of ${formatInstant(asOf, timeZone, "time")}`} />
      {first === undefined ? (
        <CardBody>
          <Empty title="No campaign is live">What each live campaign would do now will stand here.</Empty>
        </CardBody>
      ) : (
        <CardBody flush>
          {best === null && (
            <Section className="pt-1">
              <p className="text-14 font-medium">
                {campaigns.some(isUnwritten)
                  ? "Not known yet: words have to be written first."
                  : "Nothing: no live campaign would write to them now."}
              </p>
            </Section>
          )}
          <LiveCampaignSection
            campaign={first}
            customerId={customerId}
            offers={offers}
            isWhole={best !== null}
          />
          {others.map((campaign) => (
            <LiveCampaignSection
              key={campaign.campaignId}
              campaign={campaign}
              customerId={customerId}
              offers={offers}
              isWhole={false}
            />
          ))}
          <Section>
            <Hint>
              The same line that decides a run, asked now and not stored. A run draws by chance: shown is its
              likeliest draw.{leftOut && " Only the first 20 live campaigns are asked."}
            </Hint>
          </Section>
        </CardBody>
      )}
    </Card>
  );
}
