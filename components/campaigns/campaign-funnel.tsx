import type { Answer } from "@/components/api-types";
import { Funnel } from "@/components/charts/funnel";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount } from "@/components/ui/format";
import { TextLink } from "@/components/ui/text-link";
import { sentNote } from "./sent-note";

type Props = { id: number; figures: Answer["figures"]["overview"] };

/** From decided to ordered, in the last 30 days. */
export function CampaignFunnel({ id, figures: { decisions, review, sums } }: Props) {
  const { byVerdict } = decisions;
  const of = (verdict: string) => byVerdict[verdict] ?? 0;
  const chosen = of("sent-on") + of("held");
  const note = sentNote({ chosen, sent: sums.touches, review });
  const decided = Object.values(byVerdict).reduce((sum, count) => sum + count, 0);
  return (
    <Card>
      <CardHeader title="From decision to order" sub="Last 30 days" />
      <CardBody>
        {decided === 0 ? (
          <Empty title="Nothing was decided yet">Each run adds its decisions here.</Empty>
        ) : (
          <Funnel
            label="From decision to order"
            steps={[
              { label: "Decisions", count: decided },
              {
                label: "A message was chosen",
                count: chosen,
                note: `${formatCount(of("holdout"))} held out before the rules look · ${formatCount(of("skipped"))} skipped · ${formatCount(of("blocked"))} blocked`,
              },
              { label: "Sent", count: sums.touches, ...(note === undefined ? {} : { note }) },
              { label: "Opened", count: sums.opens },
              { label: "Clicked", count: sums.clicks },
            ]}
            apart={{
              label: "Led to an order",
              count: sums.conversions,
              note: "Messages that an order followed in time, with or without a click.",
            }}
          />
        )}
      </CardBody>
      <CardFooter>
        <TextLink href={`/decisions?campaign=${id}`}>Every decision and its reasons</TextLink>
      </CardFooter>
    </Card>
  );
}
