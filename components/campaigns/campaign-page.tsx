import type { Answer } from "@/components/api-types";
import { audienceSentence } from "@/components/audience-sentence";
import { leftOutWords } from "@/components/left-out-words";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatMoney } from "@/components/ui/format";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Stat, StatRow } from "@/components/ui/stat";
import { Status } from "@/components/ui/status";
import { TabLinks } from "@/components/ui/tab-links";
import { type Figure, missingWords } from "@/server/domain/kpi/figure";
import { isUnderWay } from "@/server/domain/run";
import { bodyLines } from "./body-lines";
import { CampaignActions } from "./campaign-actions";
import { CampaignFunnel } from "./campaign-funnel";
import { AUTONOMY_WORDS, GOAL_WORDS, STATE_WORDS } from "./campaign-words";
import type { Known } from "./known";
import { LaunchChecklist } from "./launch-checklist";
import { NextAction } from "./next-action";
import { RunTable } from "./run-table";
import { VariantTable } from "./variant-table";
import { VersionHistory } from "./version-history";

type Campaign = Answer["campaign"]["get"];
type Props = {
  campaign: Campaign;
  runs: Answer["run"]["list"];
  /** of this campaign in the last 30 days */
  figures: Answer["figures"]["overview"];
  variants: Answer["campaign"]["variants"];
  known: Known;
  mayChange: boolean;
  mayReview: boolean;
  tab: "summary" | "history";
};

/** One campaign: where it stands, what to do next, what it did and how it became what it is. */
export function CampaignPage({ campaign, runs, figures, variants, known, mayChange, mayReview, tab }: Props) {
  const { tone, word } = STATE_WORDS[campaign.state];
  const { id, body, state, draft } = campaign;
  const running = runs.rows.some(({ state: run }) => isUnderWay(run));
  return (
    <Page>
      <PageHead
        title={campaign.name}
        badges={
          <>
            <Status tone={tone}>{word}</Status>
            <Badge>{AUTONOMY_WORDS[body.autonomy].title}</Badge>
            {draft !== null && state !== "draft" && <Badge tone="hold">Unpublished changes</Badge>}
          </>
        }
        lead={`${GOAL_WORDS[body.goal].title}: ${GOAL_WORDS[body.goal].text}`}
        actions={
          mayChange && (
            <CampaignActions
              id={id}
              state={state}
              moves={campaign.moves}
              blocked={state === "draft" && campaign.checks.some(({ ok }) => !ok)}
              hasDraft={draft !== null}
              running={running}
            />
          )
        }
      />
      <NextAction
        campaign={campaign}
        runs={runs}
        waiting={figures.review.waiting}
        running={running}
        mayChange={mayChange}
        mayReview={mayReview}
      />
      <TabLinks
        label="Campaign"
        className="mb-4"
        tabs={[
          { href: `/campaigns/${id}`, label: "Summary", current: tab === "summary" },
          {
            href: `/campaigns/${id}?tab=history`,
            label: "History",
            current: tab === "history",
          },
          { href: `/decisions?campaign=${id}`, label: "Decisions", current: false },
        ]}
      />
      {tab === "history" ? (
        <VersionHistory campaign={campaign} />
      ) : (
        <Grid>
          <Stack className="lg:col-span-8">
            <Earned figures={figures} />
            <RunTable runs={runs} />
            <VariantTable campaignId={campaign.id} variants={variants} currency={figures.currency} />
          </Stack>
          <Stack className="lg:col-span-4">
            {state === "draft" && (
              <Card>
                <CardHeader title="Before launch" />
                <CardBody>
                  <LaunchChecklist id={id} checks={campaign.checks} mayMend={mayChange} />
                </CardBody>
              </Card>
            )}
            <CampaignFunnel id={id} figures={figures} />
            <Setting campaign={campaign} known={known} />
          </Stack>
        </Grid>
      )}
    </Page>
  );
}

function Earned({
  figures: { sums, currency, convertedPeople, contactedPeople, revenuePerTouch, lift },
}: Pick<Props, "figures">) {
  const money = { kind: "money", currency } as const;
  return (
    <StatRow>
      <Stat
        label="Attributed revenue"
        value={sums.revenueMinor}
        format={money}
        definition="/definitions#revenuePerTouch"
        note={
          sums.touches === 0
            ? "No touch in the last 30 days"
            : `${perTouchWords(revenuePerTouch, currency)}, ${formatCount(sums.touches)} touches in 30 days`
        }
      />
      <Stat
        label="Incremental, per touch"
        value={lift.perTouch.kind === "known" ? lift.perTouch.value : null}
        interval={lift.perTouch.kind === "known" ? lift.perTouch : null}
        missing={
          lift.perTouch.kind === "missing" ? `Not enough data: ${missingWords(lift.perTouch)}` : undefined
        }
        format={money}
        definition="/definitions#incrementalPerTouch"
        note={leftOutWords(lift.runsLeftOut)}
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

const perTouchWords = (found: Figure, currency: string): string =>
  found.kind === "missing"
    ? "too few buyers to say what a touch earned"
    : `${formatMoney(found.value, currency)} a touch`;

function Setting({ campaign: { body, version }, known }: { campaign: Campaign; known: Known }) {
  const lines = bodyLines(body, known).filter(
    ({ term }) => term !== "Audience" && term !== "Name" && term !== "Goal",
  );
  return (
    <Card>
      <CardHeader title="Setting" sub={`Version ${version}`} />
      <CardBody className="grid gap-3">
        <p>{audienceSentence(body.audience, known)}</p>
        <DescriptionList pairs={lines} />
      </CardBody>
    </Card>
  );
}
