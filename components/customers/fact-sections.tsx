"use client";
import { useCompany } from "@/components/company";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatDuration, formatMoney, formatNumber, formatRatio } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { engagementScore } from "@/server/domain/engagement";
import { DAY_MS, daysBetween } from "@/server/domain/time";
import { daysAgo } from "./customer-words";

type Props = { facts: CustomerFacts; asOfMs: number };

/** What the agent knows of a customer, with units: orders, behaviour, messages. */
export function FactSections({ facts, asOfMs }: Props) {
  return (
    <>
      <Orders facts={facts} asOfMs={asOfMs} />
      <Behaviour facts={facts} asOfMs={asOfMs} />
      <Messages facts={facts} asOfMs={asOfMs} />
    </>
  );
}

/** Fewer than two orders in a year give no rhythm. */
const RHYTHM_ORDERS = 2;

function Orders({ facts, asOfMs }: Props) {
  const { currency } = useCompany();
  const { orders, orders365, spendMinor, spend365Minor, lastOrderMs } = facts;
  const rhythm = orders365 < RHYTHM_ORDERS ? "Not enough orders" : formatDuration((365 / orders365) * DAY_MS);
  return (
    <Section title="Orders" level={2}>
      <DescriptionList
        pairs={[
          {
            term: "Lifetime value",
            value: <b className="font-medium">{formatMoney(spendMinor, currency)}</b>,
          },
          { term: "Orders", value: formatCount(orders) },
          {
            term: "Last 365 days",
            value: `${formatMoney(spend365Minor, currency)} · ${formatCount(orders365)} ${orders365 === 1 ? "order" : "orders"}`,
          },
          { term: "Buys every", value: rhythm },
          { term: "Last order", value: ago(lastOrderMs, asOfMs) },
        ]}
      />
    </Section>
  );
}

function Behaviour({ facts, asOfMs }: Props) {
  const { visits90, events30, eventsPrev30, lastEventMs } = facts;
  const score = engagementScore(facts, asOfMs);
  return (
    <Section title="Behaviour" level={2}>
      <div className="mb-1 flex justify-between gap-4">
        <span className="text-ink-3">Engagement, 0 to 1</span>
        <span>{formatNumber(score)}</span>
      </div>
      <Meter label="Engagement" value={score} text={formatNumber(score)} />
      <DescriptionList
        className="mt-3"
        pairs={[
          { term: "Visits in 90 days", value: formatCount(visits90) },
          { term: "Events in 30 days", value: formatCount(events30) },
          { term: "In the 30 days before", value: formatCount(eventsPrev30) },
          { term: "Last seen", value: ago(lastEventMs, asOfMs) },
        ]}
      />
    </Section>
  );
}

function Messages({ facts, asOfMs }: Props) {
  const { emails7, emails90, opens90, clicks90, hardBounces, lastEmailMs, openTickets } = facts;
  return (
    <Section title="Messages and tickets" level={2}>
      <DescriptionList
        pairs={[
          { term: "Emails in 7 days", value: formatCount(emails7) },
          { term: "Emails in 90 days", value: formatCount(emails90) },
          { term: "Opened, of 90 days", value: formatRatio(opens90, emails90) },
          { term: "Clicked, of 90 days", value: formatRatio(clicks90, emails90) },
          { term: "Last email", value: ago(lastEmailMs, asOfMs) },
          { term: "Hard bounces", value: formatCount(hardBounces) },
          { term: "Open tickets", value: formatCount(openTickets) },
        ]}
      />
    </Section>
  );
}

const ago = (atMs: number | null, asOfMs: number) =>
  atMs === null ? "Never" : daysAgo(daysBetween(atMs, asOfMs));
