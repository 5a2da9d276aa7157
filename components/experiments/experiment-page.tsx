"use client";
import { Callout } from "@/components/ui/callout";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Stat, StatRow } from "@/components/ui/stat";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { type Experiment, statusWords } from "./experiment-words";
import { MetricTable } from "./metric-table";

/** One experiment on words: where it stands, what each variant did, and what each metric differs by. */
export function ExperimentPage({ experiment }: { experiment: Experiment }) {
  const { id, name, version, variants, names, split, days } = experiment;
  const said = statusWords(experiment);
  const isCompared = variants.length >= 2;
  return (
    <Page>
      <PageHead
        title={name}
        badges={<Status tone={said.tone}>{said.word}</Status>}
        lead={
          <>
            Variants {names.map((one) => one.toUpperCase()).join(" and ")} of version {version} of the
            campaign. <TextLink href={`/campaigns/${id}`}>To the campaign</TextLink>
          </>
        }
      />
      <Stack>
        <Callout tone={said.tone === "block" ? "block" : "info"}>{said.text}</Callout>
        {isCompared && (
          <>
            <StatRow>
              {variants.map(({ variant, people }) => (
                <Stat
                  key={variant}
                  label={`People with ${variant.toUpperCase()}`}
                  value={people}
                  format={{ kind: "count" }}
                  note="counted once, with their first message"
                />
              ))}
              <Stat label="Days" value={Math.floor(days)} format={{ kind: "count" }} />
              <Stat
                label="Split as planned"
                value={split}
                format={{ kind: "number", digits: 3 }}
                note="p of an even split, valid at every look; below 0.001 it is off"
              />
            </StatRow>
            <MetricTable
              experiment={experiment}
              roles={["goal", "other"]}
              title="Metrics"
              sub="The first one decides."
            />
            <MetricTable
              experiment={experiment}
              roles={["guardrail"]}
              title="Guardrails"
              sub="One that gets worse beyond doubt stops a variant at once."
            />
            <Hint>
              The interval of the difference holds at every look: whoever looks daily and stops when it leaves
              zero is wrong in at most 5 % of the cases. Relative differences are for reading, not for
              deciding. A person counts once, with the first message since version {version} came into force;
              later messages change nothing here. Of {formatCount(variants.length)} variants,{" "}
              {(names[0] ?? "").toUpperCase()} is the baseline.
            </Hint>
          </>
        )}
      </Stack>
    </Page>
  );
}
