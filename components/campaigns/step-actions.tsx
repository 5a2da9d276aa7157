"use client";
import { useController, useFormContext } from "react-hook-form";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Input } from "@/components/ui/input";
import { Grid, Stack } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { offersFor } from "@/server/domain/arm";
import type { CampaignBody } from "@/server/domain/campaign";
import { SEND_TIMES } from "@/server/domain/campaign-state";
import { ACTIONS } from "@/server/domain/goal";
import { amountOf, minorOf } from "@/server/domain/money";
import type { Configuration } from "@/server/domain/settings/configuration";
import { ACTION_WORDS, SEND_TIME_WORDS } from "./campaign-words";
import { FieldsCard } from "./fields-card";
import { useConfiguration } from "./use-known";

/** What may be done, with which offers, over which channel, and how much of it at most. */
export function StepActions() {
  const configuration = useConfiguration();
  return (
    <Grid>
      <Stack className="lg:col-span-7">
        <ActionChoice configuration={configuration} />
        <OfferChoice configuration={configuration} />
      </Stack>
      <Stack className="lg:col-span-5">
        <Channels />
        <Limits />
      </Stack>
    </Grid>
  );
}

function ActionChoice({ configuration }: { configuration: Configuration | undefined }) {
  const { control, watch } = useFormContext<CampaignBody>();
  const { field, fieldState } = useController({ control, name: "actions" });
  const allowed = configuration?.goals[watch("goal")].actions;
  return (
    <Card>
      <CardHeader title="What may be done?" sub="The agent chooses among these for each person." />
      <CardBody className="grid gap-3 sm:grid-cols-2">
        {ACTIONS.map((kind) => {
          const isOff = allowed !== undefined && !allowed.includes(kind);
          return (
            <Checkbox
              key={kind}
              label={ACTION_WORDS[kind].title}
              help={isOff ? "The configuration does not allow it for this goal." : ACTION_WORDS[kind].text}
              checked={field.value.includes(kind)}
              disabled={isOff && !field.value.includes(kind)}
              onCheckedChange={(on) =>
                field.onChange(
                  ACTIONS.filter((one) => (one === kind ? on === true : field.value.includes(one))),
                )
              }
            />
          );
        })}
        {fieldState.error && (
          <Callout tone="block" role="alert" className="sm:col-span-2">
            Choose at least one kind of action.
          </Callout>
        )}
      </CardBody>
    </Card>
  );
}

function OfferChoice({ configuration }: { configuration: Configuration | undefined }) {
  const { control, watch } = useFormContext<CampaignBody>();
  const { field } = useController({ control, name: "offerIds" });
  const body = watch();
  if (!body.actions.includes("offer") || configuration === undefined) return null;
  const offers = offersFor({ ...body, offerIds: [] }, configuration);
  const isAll = field.value.length === 0;
  const chosen = isAll ? offers.map(({ id }) => id) : field.value;
  const choose = (id: string, on: boolean) => {
    const next = offers.map((offer) => offer.id).filter((one) => (one === id ? on : chosen.includes(one)));
    // none and all are the same to the campaign: every offer for its goal
    if (next.length > 0) field.onChange(next.length === offers.length ? [] : next);
  };
  return (
    <Card>
      <CardHeader
        title="Which offers?"
        sub={isAll ? "Every offer for this goal, later ones too." : "Only those chosen."}
      />
      <CardBody className="grid gap-3">
        {offers.length === 0 && (
          <Hint>
            No active offer is meant for this goal. Add one in the{" "}
            <TextLink href="/configuration/configuration">configuration</TextLink>.
          </Hint>
        )}
        {offers.map(({ id, title, stock, code, cooldownDays }) => (
          <Checkbox
            key={id}
            label={title}
            help={[
              stock === null ? "No limit in number" : `${formatCount(stock)} may be given in all`,
              code === null ? "no code" : `code ${code}`,
              `again to the same person after ${cooldownDays} days`,
            ].join(" · ")}
            checked={chosen.includes(id)}
            disabled={chosen.length === 1 && chosen[0] === id}
            onCheckedChange={(on) => choose(id, on === true)}
          />
        ))}
      </CardBody>
    </Card>
  );
}

function Channels() {
  const { control } = useFormContext<CampaignBody>();
  const { field } = useController({ control, name: "sendTime" });
  return (
    <FieldsCard title="Channel and time">
      <Status tone="pass">Email</Status>
      <Field label="When it leaves" help="Always within the hours of the configuration.">
        <Select
          value={field.value}
          options={SEND_TIMES.map((value) => ({ value, label: SEND_TIME_WORDS[value] }))}
          onChange={({ target }) =>
            field.onChange(SEND_TIMES.find((time) => time === target.value) ?? field.value)
          }
        />
      </Field>
    </FieldsCard>
  );
}

function Limits() {
  const { currency } = useCompany();
  const { control } = useFormContext<CampaignBody>();
  const { field: budget, fieldState: budgetState } = useController({ control, name: "budgetMinor" });
  const { field: sends, fieldState: sendsState } = useController({ control, name: "maxSends" });
  return (
    <FieldsCard title="Limits" sub="Reserved when a message is taken for sending.">
      <Field
        label="Budget"
        help="Messages and discounts together. Empty: no limit."
        error={budgetState.error?.message}
      >
        <Input
          type="number"
          min={0}
          step="any"
          unit={currency}
          value={budget.value === null ? "" : amountOf(budget.value, currency)}
          onChange={({ target: { value } }) =>
            budget.onChange(value === "" ? null : minorOf(Number(value), currency))
          }
        />
      </Field>
      <Field label="Messages at most" help="Empty: no limit." error={sendsState.error?.message}>
        <Input
          type="number"
          min={1}
          unit="messages"
          value={sends.value ?? ""}
          onChange={({ target: { value } }) => sends.onChange(value === "" ? null : Number(value))}
        />
      </Field>
    </FieldsCard>
  );
}
