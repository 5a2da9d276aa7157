"use client";
import { useCompany } from "@/components/company";
import { formatCount, formatDuration, formatInstant, formatMoney } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Meter } from "@/components/ui/meter";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerFacts } from "@/server/domain/customer-facts";
import { DAY_MS, daysBetween } from "@/server/domain/time";
import type { CustomerDetail } from "./customer-types";

type Standing = NonNullable<CustomerDetail["standing"]>;
type Props = { standing: CustomerDetail["standing"]; facts: CustomerFacts; asOfMs: number };

/** The customer's segments and scores among the company's own customers, each with its reason. */
export function StandingSections({ standing, facts, asOfMs }: Props) {
  const { timeZone } = useCompany();
  if (standing === null)
    return (
      <Section title="Segments and scores" level={2}>
        <Hint>They stand here after the first count of all segments.</Hint>
      </Section>
    );
  return (
    <>
      <Section title="Segments" level={2}>
        <ul className="grid gap-2">
          {standing.segments.map(({ segmentation, key, title, rule }) => (
            <li key={segmentation}>
              {key === null ? (
                <span className="text-ink-3">None</span>
              ) : (
                <TextLink href={`/segments/${key}`}>{title}</TextLink>
              )}
              <span className="text-ink-3"> · {segmentation}</span>
              {rule !== null && <span className="block text-12 text-ink-3">{rule}</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={`Scores, 1 to 5, ${formatInstant(standing.measuredAt, timeZone, "day")}`} level={2}>
        {standing.rfm === null ? (
          <Hint>Never ordered: recency, frequency and value compare buyers only.</Hint>
        ) : (
          <Rfm rfm={standing.rfm} facts={facts} asOfMs={asOfMs} />
        )}
      </Section>
    </>
  );
}

type RfmProps = { rfm: NonNullable<Standing["rfm"]>; facts: CustomerFacts; asOfMs: number };

function Rfm({ rfm, facts, asOfMs }: RfmProps) {
  const { currency } = useCompany();
  const { scores, buyers, silenceDaysCuts, ordersCuts, spendMinorCuts } = rfm;
  const silence = facts.lastOrderMs === null ? 0 : daysBetween(facts.lastOrderMs, asOfMs);
  const days = (value: number) => formatDuration(Math.floor(value) * DAY_MS);
  const money = (value: number) => formatMoney(value, currency);
  return (
    <div className="grid gap-2.5">
      <Score name="Recency" score={scores.recency}>
        Last order {days(silence)} ago; {fifthWords(silenceDaysCuts, 6 - scores.recency, days)}
      </Score>
      <Score name="Frequency" score={scores.frequency}>
        {formatCount(facts.orders)} {facts.orders === 1 ? "order" : "orders"};{" "}
        {fifthWords(ordersCuts, scores.frequency, (n) => formatCount(n))}
      </Score>
      <Score name="Value" score={scores.value}>
        Spent {money(facts.spendMinor)}; {fifthWords(spendMinorCuts, scores.value, money)}
      </Score>
      <Hint>
        Fifths of {formatCount(buyers)} buyers. Model scores such as churn risk are not trained yet.
      </Hint>
    </div>
  );
}

/** Where a fifth begins and ends, in words. */
function fifthWords(cuts: readonly number[], fifth: number, word: (value: number) => string): string {
  const [from, to] = [cuts[fifth - 2], cuts[fifth - 1]];
  if (from === undefined && to === undefined) return "there are no others to compare with";
  if (from === undefined) return `this fifth has ${word(to ?? 0)} or less`;
  if (to === undefined) return `this fifth has more than ${word(from)}`;
  return `this fifth has more than ${word(from)}, up to ${word(to)}`;
}

function Score({ name, score, children }: { name: string; score: number; children: string[] | string }) {
  return (
    <div>
      <div className="mb-1 flex justify-between gap-4">
        <span className="text-ink-3">{name}</span>
        <span>{score} of 5</span>
      </div>
      <Meter label={name} value={score} max={5} text={`${score} of 5`} />
      <p className="mt-1 text-12 text-ink-3">{children}</p>
    </div>
  );
}
