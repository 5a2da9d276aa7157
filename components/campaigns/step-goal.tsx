"use client";
import { useController, useFormContext } from "react-hook-form";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Textarea } from "@/components/ui/textarea";
import type { CampaignBody } from "@/server/domain/campaign";
import { GOALS, type Goal } from "@/server/domain/goal";
import { GOAL_WORDS } from "./campaign-words";
import { FieldsCard } from "./fields-card";
import { useConfiguration } from "./use-known";

/** What the campaign is called and what it is for. */
export function StepGoal({ isNew, isLaunched }: { isNew: boolean; isLaunched: boolean }) {
  const { register, formState, setValue } = useFormContext<CampaignBody>();
  const configuration = useConfiguration();
  const { field: goal } = useController<CampaignBody, "goal">({ name: "goal" });
  const { errors } = formState;
  const choose = (next: Goal) => {
    goal.onChange(next);
    // what is allowed differs from goal to goal: the new one begins with all that is
    if (configuration !== undefined)
      setValue("actions", [...configuration.goals[next].actions], { shouldDirty: true });
  };
  return (
    <FieldsCard
      title="What is it for?"
      sub="The goal decides which segmentor runs and which actions make sense."
    >
      <Field label="Name" error={errors.name?.message} className="max-w-xl">
        <Input {...register("name")} maxLength={80} autoFocus={isNew} autoComplete="off" />
      </Field>
      {isLaunched ? (
        <Callout tone="neutral">
          The goal stays “{GOAL_WORDS[goal.value].title}” after a launch: the figures would mix. Duplicate the
          campaign to follow another.
        </Callout>
      ) : (
        <RadioCards
          layout="grid"
          legend="Goal"
          value={goal.value}
          options={GOALS.map((value) => ({ value, ...GOAL_WORDS[value] }))}
          onValueChange={choose}
        />
      )}
      <Field
        label="Brief for the writer"
        help="What the copy should say or avoid. Optional. A changed brief has every piece written again."
        error={errors.brief?.message}
      >
        <Textarea {...register("brief")} rows={3} maxLength={1000} />
      </Field>
    </FieldsCard>
  );
}
