"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { showToast } from "@/components/ui/toast";
import { AUTONOMY, type CampaignBody, campaignBody } from "@/server/domain/campaign";
import { ACTIONS, GOAL_TITLES, GOALS } from "@/server/domain/goal";
import { AudienceEditor } from "./audience-editor";
import { ACTION_WORDS, AUTONOMY_WORDS } from "./campaign-words";
import { LimitFields } from "./limit-fields";

type Props = { saved: { id: number; version: number; body: CampaignBody } | null };
type Errors = Partial<Record<string, string>>;

const BLANK: CampaignBody = campaignBody.parse({
  name: "New campaign",
  goal: "win-back",
  audience: { all: [{ field: "silenceDays", op: ">=", value: 90 }] },
});

/** Goal, audience, actions, limits and autonomy of one campaign, on one page. */
export function CampaignEditor({ saved }: Props) {
  const [body, setBody] = useState<CampaignBody>(saved?.body ?? { ...BLANK, name: "" });
  const [errors, setErrors] = useState<Errors>({});
  const { save, pending, problem } = useSave(saved);
  const set = (change: Partial<CampaignBody>) => setBody((old) => ({ ...old, ...change }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = campaignBody.safeParse(body);
    if (parsed.success) {
      setErrors({});
      return save(parsed.data);
    }
    setErrors(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])));
  };

  return (
    <form onSubmit={submit} className="grid gap-4">
      <Card>
        <CardHeader title="Goal" sub="What this campaign is for; it decides which segmentor runs." />
        <CardBody className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" error={errors.name}>
            <Input
              value={body.name}
              maxLength={80}
              autoFocus={saved === null}
              onChange={({ target }) => set({ name: target.value })}
            />
          </Field>
          <Field label="Goal" error={errors.goal}>
            <Select
              value={body.goal}
              options={GOALS.map((value) => ({ value, label: GOAL_TITLES[value] }))}
              onChange={({ target }) =>
                set({ goal: GOALS.find((goal) => goal === target.value) ?? body.goal })
              }
            />
          </Field>
          <Field
            label="Brief for the writer"
            help="What the copy should say or avoid. Optional."
            error={errors.brief}
            className="sm:col-span-2"
          >
            <Textarea
              rows={3}
              value={body.brief}
              maxLength={1000}
              onChange={({ target }) => set({ brief: target.value })}
            />
          </Field>
        </CardBody>
      </Card>
      <Card>
        <CardHeader
          title="Audience"
          sub="Frozen when a run starts. Guardrails and the holdout come on top."
        />
        <CardBody>
          <AudienceEditor audience={body.audience} onChange={(audience) => set({ audience })} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Actions" sub="The agent chooses among these for each person." />
        <CardBody className="grid gap-3 sm:grid-cols-2">
          {ACTIONS.map((kind) => (
            <Checkbox
              key={kind}
              label={ACTION_WORDS[kind].title}
              help={ACTION_WORDS[kind].text}
              checked={body.actions.includes(kind)}
              onCheckedChange={(on) =>
                set({
                  actions: ACTIONS.filter((one) => (one === kind ? on === true : body.actions.includes(one))),
                })
              }
            />
          ))}
          {errors.actions && (
            <Callout tone="block" role="alert" className="sm:col-span-2">
              {errors.actions}
            </Callout>
          )}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Limits and measuring" />
        <CardBody>
          <LimitFields body={body} errors={errors} onChange={set} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Autonomy" sub="How much leaves without a person." />
        <CardBody>
          <RadioCards
            legend="Autonomy"
            value={body.autonomy}
            options={AUTONOMY.map((value) => ({ value, ...AUTONOMY_WORDS[value] }))}
            onValueChange={(autonomy) => set({ autonomy })}
          />
        </CardBody>
      </Card>
      {problem && (
        <Callout tone="block" role="alert">
          {problem}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {saved === null ? "Create draft" : "Save"}
        </Button>
        <ButtonLink href={saved === null ? "/campaigns" : `/campaigns/${saved.id}`}>Cancel</ButtonLink>
      </div>
    </form>
  );
}

function useSave(saved: Props["saved"]) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const done = async ({ id }: { id: number }) => {
    await queries.invalidateQueries(trpc.campaign.pathFilter());
    showToast(saved === null ? "Draft created" : "Saved");
    router.push(`/campaigns/${id}`);
    router.refresh();
  };
  const create = useMutation(trpc.campaign.create.mutationOptions({ onSuccess: done }));
  const save = useMutation(trpc.campaign.save.mutationOptions({ onSuccess: done }));
  return {
    save: (body: CampaignBody) =>
      saved === null
        ? create.mutate(body)
        : save.mutate({ id: saved.id, expectedVersion: saved.version, body }),
    pending: create.isPending || save.isPending,
    problem: (create.error ?? save.error)?.message,
  };
}
