"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CheckItem, CheckList } from "@/components/ui/check-item";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatInstant, formatMoney, formatPercent } from "@/components/ui/format";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Stat, StatRow } from "@/components/ui/stat";
import { Status } from "@/components/ui/status";
import { GOAL_TITLES } from "@/server/domain/goal";
import { isUnderWay } from "@/server/domain/run";
import { audienceSentence } from "./audience-sentence";
import { CampaignActions } from "./campaign-actions";
import { ACTION_WORDS, AUTONOMY_WORDS, STATE_WORDS } from "./campaign-words";
import { RunTable } from "./run-table";

type Campaign = Answer["campaign"]["get"];
type Props = {
  campaign: Campaign;
  runs: Answer["run"]["list"];
  /** of this campaign in the last 30 days */
  figures: Answer["figures"]["overview"];
  mayChange: boolean;
};

/** One campaign: where it stands, what stands in its way, what it did. */
export function CampaignPage({ campaign, runs, figures, mayChange }: Props) {
  const { tone, word } = STATE_WORDS[campaign.state];
  const blocked = campaign.checks.some(({ ok }) => !ok);
  const running = runs.rows.some(({ state }) => isUnderWay(state));
  return (
    <Page>
      <PageHead
        title={campaign.name}
        badges={<Status tone={tone}>{word}</Status>}
        lead={GOAL_TITLES[campaign.body.goal]}
        actions={
          mayChange && (
            <CampaignActions
              id={campaign.id}
              state={campaign.state}
              moves={campaign.moves}
              blocked={blocked}
              running={running}
            />
          )
        }
      />
      <Grid>
        <Stack className="lg:col-span-8">
          <Earned figures={figures} />
          <RunTable runs={runs} />
        </Stack>
        <Stack className="lg:col-span-4">
          {campaign.moves.includes("live") && <Checklist checks={campaign.checks} />}
          <Setting campaign={campaign} />
          <Versions versions={campaign.versions} />
        </Stack>
      </Grid>
    </Page>
  );
}

function Earned({ figures: { sums, currency, convertedPeople, contactedPeople } }: Pick<Props, "figures">) {
  return (
    <StatRow>
      <Stat label="Touches" value={sums.touches} format={{ kind: "count" }} note="In the last 30 days" />
      <Stat
        label="Attributed revenue"
        value={sums.revenueMinor}
        format={{ kind: "money", currency }}
        definition="/definitions#revenuePerTouch"
        note={
          sums.touches === 0
            ? "No touch yet"
            : `${formatMoney(sums.revenueMinor / sums.touches, currency)} a touch`
        }
      />
      <Stat
        label="People who ordered"
        value={convertedPeople}
        format={{ kind: "count" }}
        definition="/definitions#conversion"
        note={`of ${formatCount(contactedPeople)} contacted`}
      />
    </StatRow>
  );
}

function Checklist({ checks }: { checks: Campaign["checks"] }) {
  return (
    <Card>
      <CardHeader title="Before launch" />
      <CardBody>
        <CheckList label="Before launch">
          {checks.map(({ id, title, ok, remedy }) => (
            <CheckItem key={id} tone={ok ? "pass" : "block"} outcome={ok ? "passed" : "blocks"}>
              {ok ? title : remedy}
            </CheckItem>
          ))}
        </CheckList>
      </CardBody>
    </Card>
  );
}

function Setting({ campaign: { body, version } }: { campaign: Campaign }) {
  const { currency } = useCompany();
  return (
    <Card>
      <CardHeader title="Setting" sub={`Version ${version}`} />
      <CardBody className="grid gap-3">
        <p>{audienceSentence(body.audience)}</p>
        <DescriptionList
          pairs={[
            { term: "Actions", value: body.actions.map((kind) => ACTION_WORDS[kind].title).join(", ") },
            { term: "Autonomy", value: AUTONOMY_WORDS[body.autonomy].title },
            { term: "Rollout", value: formatPercent(body.rollout) },
            { term: "Holdout", value: formatPercent(body.holdoutShare) },
            { term: "Variants", value: body.variants.join(", ") },
            {
              term: "Budget",
              value: body.budgetMinor === null ? "No limit" : formatMoney(body.budgetMinor, currency),
            },
            {
              term: "Messages at most",
              value: body.maxSends === null ? "No limit" : formatCount(body.maxSends),
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}

function Versions({ versions }: { versions: Campaign["versions"] }) {
  const { timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="History" />
      <CardBody>
        <DescriptionList
          align="left"
          pairs={versions.map(({ version, author, at }) => ({
            key: String(version),
            term: `Version ${version}`,
            value: `${author}, ${formatInstant(at, timeZone)}`,
          }))}
        />
      </CardBody>
    </Card>
  );
}
