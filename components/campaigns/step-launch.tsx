"use client";
import { useQuery } from "@tanstack/react-query";
import { useController, useFormContext } from "react-hook-form";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { formatCount, formatMoney } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Grid, Stack } from "@/components/ui/page";
import { RadioCards } from "@/components/ui/radio-cards";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { CampaignBody } from "@/server/domain/campaign";
import { AUTONOMY, type CampaignState } from "@/server/domain/campaign-state";
import { AUTONOMY_WORDS } from "./campaign-words";
import { FieldsCard } from "./fields-card";
import { gateWords } from "./gate-words";
import { holdoutWords } from "./holdout-words";
import { LaunchButton } from "./launch-button";
import { LaunchChecklist } from "./launch-checklist";
import { ShareField } from "./share-field";
import type { SavedMark } from "./use-autosave";
import { useKnown } from "./use-known";
import { type Reach, useReach } from "./use-reach";

type Props = { mark: SavedMark; state: CampaignState; mayLaunch: boolean; flush: () => Promise<boolean> };

/** How much leaves without a person, to whom, and whether it may begin. */
export function StepLaunch({ mark, state, mayLaunch, flush }: Props) {
  const trpc = useTRPC();
  const reach = useReach(mark.id);
  const campaign = useQuery(trpc.campaign.get.queryOptions({ id: mark.id })).data;
  return (
    <Grid>
      <Stack className="lg:col-span-12">
        <AutonomyCard id={mark.id} />
      </Stack>
      <Stack className="lg:col-span-5">
        <Shares />
        <EffectCard reach={reach} />
      </Stack>
      <Stack className="lg:col-span-7">
        <Card>
          <CardHeader title={state === "draft" ? "Ready to launch?" : "Ready to publish?"} />
          <CardBody className="grid gap-4">
            {campaign === undefined ? (
              <Loading>
                <Skeleton className="h-48" />
              </Loading>
            ) : (
              <LaunchChecklist id={mark.id} checks={campaign.checks} mayMend />
            )}
            {mayLaunch && campaign !== undefined && (
              <LaunchButton mark={mark} state={state} checks={campaign.checks} reach={reach} flush={flush} />
            )}
          </CardBody>
        </Card>
      </Stack>
    </Grid>
  );
}

function AutonomyCard({ id }: { id: number }) {
  const trpc = useTRPC();
  const { currency } = useCompany();
  const { control } = useFormContext<CampaignBody>();
  const { field } = useController({ control, name: "autonomy" });
  const { data: gate } = useQuery(trpc.campaign.autonomy.queryOptions({ id }));
  const locked = gate === undefined ? "Looking at what it has shown so far" : gateWords(gate, currency);
  return (
    <Card>
      <CardHeader title="How much may the agent do alone?" />
      <CardBody>
        <RadioCards
          legend="Autonomy"
          value={field.value}
          options={AUTONOMY.map((value) => ({
            value,
            ...AUTONOMY_WORDS[value],
            ...(value === "autonomous" && locked !== null ? { locked } : {}),
          }))}
          onValueChange={field.onChange}
        />
      </CardBody>
      <CardFooter>
        Autonomous opens when, in 90 days, people changed under 5 % of at least 200 messages they looked at,
        under 0.1 % of touches drew a complaint, and the lift is above zero with its whole interval.
      </CardFooter>
    </Card>
  );
}

function Shares() {
  const { watch } = useFormContext<CampaignBody>();
  const { companyHoldout } = useKnown();
  return (
    <FieldsCard title="Shares" sub="By a stable draw: the same people each time.">
      <ShareField
        name="rollout"
        label="Rollout"
        help="Share of the audience that may be touched at all. Raise it as trust grows."
      />
      <ShareField
        name="holdoutShare"
        label="Holdout"
        help="Left alone, so that the effect can be measured."
      />
      {companyHoldout !== null && (
        <Hint>Held out in all: {holdoutWords(watch("holdoutShare"), companyHoldout)}.</Hint>
      )}
      <ShareField
        name="reviewSample"
        label="Reviewed at random"
        help="Share of what would pass that a person sees all the same."
      />
    </FieldsCard>
  );
}

function EffectCard({ reach: { data } }: { reach: Reach }) {
  const { currency } = useCompany();
  return (
    <Card>
      <CardHeader title="What the holdout can show" />
      <CardBody>
        {data === undefined ? (
          <Loading>
            <Skeleton className="h-16" />
          </Loading>
        ) : (
          <div className="grid gap-2">
            <p>{effectWords(data.effect, currency)}</p>
            <Hint>{heldOutWords(data)}</Hint>
          </div>
        )}
      </CardBody>
      {data?.effect.minor != null && (
        <CardFooter>
          Found in four cases of five at the 5 % level. Taken from how much all customers' spending varied in
          the last {data.effect.windowDays} days.
        </CardFooter>
      )}
    </Card>
  );
}

/** The run's own count of those held out is larger than the editor's: it says why. */
function heldOutWords({ heldOut, effect, isEstimate }: NonNullable<Reach["data"]>): string {
  const count = `${isEstimate ? "About " : ""}${formatCount(heldOut.left)}`;
  return `${count} of the audience are held out in all, which is what a run counts: it draws them before the rules look. ${formatCount(effect.heldOut)} of them would have been written to.`;
}

type Effect = NonNullable<Reach["data"]>["effect"];

function effectWords({ minor, treated, heldOut, windowDays }: Effect, currency: string): string {
  if (heldOut === 0) return "Nobody of this audience is held out: what the campaign adds cannot be told.";
  const sides = `${formatCount(treated)} people treated and ${formatCount(heldOut)} held out`;
  if (minor === null)
    return `${sides}, but too few people or no orders in the last ${windowDays} days: the effect that would show is unknown.`;
  return `${sides} would show a difference of ${formatMoney(minor, currency)} or more per person within ${windowDays} days.`;
}
