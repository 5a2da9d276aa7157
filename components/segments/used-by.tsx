import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Hint } from "@/components/ui/hint";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import type { SegmentDetail } from "./segment-types";

const STATES: Record<string, { tone: "pass" | "hold" | "block" | "draft"; word: string }> = {
  draft: { tone: "draft", word: "Draft" },
  live: { tone: "pass", word: "Live" },
  paused: { tone: "hold", word: "Paused" },
  stopped: { tone: "block", word: "Stopped" },
};

/** The campaigns whose customers are divided into this segment, and the offers kept for it. */
export function UsedBy({ detail: { campaigns, offers } }: { detail: SegmentDetail }) {
  return (
    <Card>
      <CardHeader title="Used by" />
      <CardBody flush>
        <Section title="Campaigns" className="pt-1">
          {campaigns.length === 0 ? (
            <Hint>No campaign has a goal that is divided by this segmentor.</Hint>
          ) : (
            <ul className="grid gap-1.5">
              {campaigns.map(({ id, name, state }) => (
                <li key={id} className="flex justify-between gap-3">
                  <TextLink href={`/campaigns/${id}`}>{name}</TextLink>
                  <Status tone={STATES[state]?.tone ?? "neutral"}>{STATES[state]?.word ?? state}</Status>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="Offers for this segment only">
          {offers.length === 0 ? (
            <Hint>None: every offer of the goal may be weighed for it.</Hint>
          ) : (
            <ul className="grid gap-1">
              {offers.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          )}
        </Section>
      </CardBody>
    </Card>
  );
}
