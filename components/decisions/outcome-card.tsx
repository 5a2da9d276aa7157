"use client";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatInstant, formatMoney } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import type { Explained } from "./decision-words";

type Outcome = Explained["outcomes"][number];

const TITLES: Readonly<Record<string, string>> = {
  open: "Opened",
  click: "Clicked",
  conversion: "Ordered",
  bounce: "Bounced",
  complaint: "Complained",
  unsubscribe: "Unsubscribed",
};

/** What came of a message that was sent. */
export function OutcomeCard({
  outbox,
  outcomes,
  currency,
}: Pick<Explained, "outbox" | "outcomes" | "currency">) {
  const { timeZone } = useCompany();
  if (outbox?.state !== "sent") return null;
  const told = ({ at, times, valueMinor }: Outcome) =>
    [
      formatInstant(at, timeZone),
      ...(times > 1 ? [`${formatCount(times)} times, the first shown`] : []),
      ...(valueMinor > 0 ? [formatMoney(valueMinor, currency)] : []),
    ].join(" · ");
  return (
    <Card>
      <CardHeader title="What came of it" sub="attributed to this message" />
      <CardBody className="grid gap-2">
        <DescriptionList
          pairs={[
            { term: "Sent", value: formatInstant(outbox.settledAt, timeZone) },
            ...outcomes.map((outcome) => ({
              term: TITLES[outcome.kind] ?? outcome.kind,
              value: told(outcome),
            })),
          ]}
        />
        {outcomes.length === 0 && <Hint>Nobody opened, clicked or ordered so far.</Hint>}
      </CardBody>
      <CardFooter>Openings and clicks by machines are left out.</CardFooter>
    </Card>
  );
}
