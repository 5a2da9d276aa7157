"use client";
import { useController, useFormContext } from "react-hook-form";
import { audienceSentence } from "@/components/audience-sentence";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Grid, Stack } from "@/components/ui/page";
import type { CampaignBody } from "@/server/domain/campaign";
import { AudienceBuilder } from "./audience-builder";
import { AudienceCount } from "./audience-count";
import { ReachFunnel, ReachPeople } from "./reach-view";
import { SavedSegments } from "./saved-segments";
import { useAudienceChoices } from "./use-audience-choices";
import { useAudienceProblem } from "./use-audience-problem";
import { useReach } from "./use-reach";

/** Whom the campaign is for: rules, what they say, who that is now and what would become of them. */
export function StepAudience({ id }: { id: number }) {
  const { control } = useFormContext<CampaignBody>();
  const { field } = useController({ control, name: "audience" });
  const choices = useAudienceChoices();
  const { currency } = useCompany();
  const problem = useAudienceProblem(field.value);
  const reach = useReach(id);
  return (
    <Grid>
      <Stack className="lg:col-span-8">
        <Card>
          <CardHeader
            title="Who should this reach?"
            sub="Frozen when a run starts."
            actions={
              <SavedSegments audience={field.value} isFinished={problem === null} onChange={field.onChange} />
            }
          />
          <CardBody className="grid gap-3">
            <AudienceBuilder audience={field.value} choices={choices} onChange={field.onChange} />
            {problem && (
              <Callout tone="block" role="alert">
                A rule is not finished: {problem}.
              </Callout>
            )}
            <p className="border-t pt-3 text-14 text-ink-2">
              <span className="text-ink-3">In words: </span>
              {audienceSentence(field.value, { currency, campaigns: choices.campaigns })}
            </p>
          </CardBody>
        </Card>
        <ReachPeople reach={reach} />
      </Stack>
      <Stack className="lg:col-span-4">
        <AudienceCount audience={field.value} />
        <ReachFunnel reach={reach} />
      </Stack>
    </Grid>
  );
}
