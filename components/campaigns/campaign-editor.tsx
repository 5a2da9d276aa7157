"use client";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, useCallback, useState } from "react";
import { FormProvider, type Resolver, useForm } from "react-hook-form";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Steps } from "@/components/ui/steps";
import { whenPageLoaded } from "@/components/ui/when-page-loaded";
import type { CampaignBody } from "@/server/domain/campaign";
import {
  CAMPAIGN_STEPS,
  type CampaignState,
  type CampaignStep,
  MIN_NAME_LENGTH,
} from "@/server/domain/campaign-state";
import { STATE_WORDS } from "./campaign-words";
import type { Drafts, DraftsState } from "./chosen-piece";
import { EditorLinks } from "./editor-links";
import { SaveNote, SaveProblem } from "./save-note";
import { StepGoal } from "./step-goal";
import { STEP_TITLES } from "./step-titles";
import { type SavedMark, useAutosave } from "./use-autosave";
import { useStepStates } from "./use-step-states";

const StepLoading = () => (
  <Loading>
    <Skeleton className="h-96" />
  </Loading>
);
const StepAudience = dynamic(() => import("./step-audience").then((part) => part.StepAudience), {
  loading: StepLoading,
});
const StepActions = dynamic(() => import("./step-actions").then((part) => part.StepActions), {
  loading: StepLoading,
});
const StepContent = dynamic(() => import("./step-content").then((part) => part.StepContent), {
  loading: StepLoading,
});
const StepLaunch = dynamic(() => import("./step-launch").then((part) => part.StepLaunch), {
  loading: StepLoading,
});

type Props = {
  body: CampaignBody;
  /** null: the server holds nothing of it yet */
  saved: SavedMark | null;
  state: CampaignState;
  mayLaunch: boolean;
};

/** What judges a body weighs more than the page, and is not needed before the first change. */
const resolver: Resolver<CampaignBody> = async (...given) => {
  await whenPageLoaded();
  return (await import("./body-resolver")).bodyResolver(...given);
};

/** Five steps from a goal to a launch; it saves as it goes and is found again where it was left. */
export function CampaignEditor({ body, saved, state, mayLaunch }: Props) {
  const form = useForm<CampaignBody>({
    defaultValues: body,
    resolver,
    mode: "onChange",
  });
  const onCreated = useCallback(
    // the page stays as it is while somebody types; only its address becomes that of the draft
    (id: number) => window.history.replaceState(null, "", `/campaigns/${id}/edit${window.location.search}`),
    [],
  );
  const { mark, state: saving, flush, adopt } = useAutosave(form, { body, saved }, onCreated);
  const asked = useStep();
  // before it has a name there is nothing to go on with, whatever the address says
  const step = mark === null ? "goal" : asked;
  // words that are being typed stay while other steps are looked at
  const drafts = useState<Drafts>({});
  const steps = useStepStates(form, mark?.id ?? null, step);
  const go = useGo(flush, saved !== null);
  const reload = useReload(mark?.id ?? null, adopt);
  const { name } = form.watch();
  const { tone, word } = STATE_WORDS[state];
  return (
    <Page>
      <FormProvider {...form}>
        <PageHead
          title={name || "New campaign"}
          badges={
            <>
              <Status tone={tone}>{state === "draft" ? word : `${word}, edited as a draft`}</Status>
              <SaveNote state={saving} />
            </>
          }
          actions={
            <EditorLinks
              mark={mark}
              state={state}
              flush={flush}
              hasOpenWords={Object.values(drafts[0]).some((words) => words !== undefined)}
            />
          }
        />
        <SaveProblem state={saving} onRetry={() => void flush()} onReload={() => void reload()} />

        <div onClickCapture={go.byLink}>
          <Steps label="Steps" steps={steps} className="mb-4" />
        </div>
        <form onSubmit={(event) => event.preventDefault()} noValidate>
          <StepBody
            step={step}
            mark={mark}
            state={state}
            mayLaunch={mayLaunch}
            flush={flush}
            drafts={drafts}
          />
        </form>
        <BackAndNext
          step={step}
          canGo={mark !== null}
          hasName={name.length >= MIN_NAME_LENGTH}
          onGo={(next) => void go.to(`?step=${next}`, mark)}
        />
      </FormProvider>
    </Page>
  );
}

type BodyProps = {
  step: CampaignStep;
  mark: SavedMark | null;
  state: CampaignState;
  mayLaunch: boolean;
  flush: () => Promise<boolean>;
  drafts: DraftsState;
};

function StepBody({ step, mark, state, mayLaunch, flush, drafts }: BodyProps) {
  if (mark === null || step === "goal")
    return <StepGoal isNew={mark === null} isLaunched={state !== "draft"} />;
  if (step === "audience") return <StepAudience id={mark.id} />;
  if (step === "actions") return <StepActions />;
  if (step === "content") return <StepContent id={mark.id} flush={flush} drafts={drafts} />;
  return <StepLaunch mark={mark} state={state} mayLaunch={mayLaunch} flush={flush} />;
}

function BackAndNext({
  step,
  canGo,
  hasName,
  onGo,
}: {
  step: CampaignStep;
  canGo: boolean;
  hasName: boolean;
  onGo: (step: CampaignStep) => void;
}) {
  const at = CAMPAIGN_STEPS.indexOf(step);
  const before = CAMPAIGN_STEPS[at - 1];
  const after = CAMPAIGN_STEPS[at + 1];
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-2">
      {before ? (
        <Button onClick={() => onGo(before)}>Back: {STEP_TITLES[before].toLowerCase()}</Button>
      ) : (
        <span />
      )}
      {after && (
        <span className="flex items-center gap-2">
          {!canGo && (
            <span className="text-12 text-ink-3">
              {hasName ? "It is being saved." : "Give it a name first."}
            </span>
          )}
          <Button variant="primary" disabled={!canGo} onClick={() => onGo(after)}>
            Next: {STEP_TITLES[after].toLowerCase()}
          </Button>
        </span>
      )}
    </div>
  );
}

function useStep(): CampaignStep {
  const asked = useSearchParams().get("step");
  return CAMPAIGN_STEPS.find((step) => step === asked) ?? "goal";
}

/** Goes on only once what is shown is saved, where the next page would load it from the server. */
function useGo(flush: () => Promise<boolean>, isAtHome: boolean) {
  const router = useRouter();
  const push = async (href: string) => {
    const isSaved = await flush();
    if (isSaved || isAtHome) router.push(href);
  };
  return {
    to: (query: string, mark: SavedMark | null) =>
      mark === null ? Promise.resolve() : push(`/campaigns/${mark.id}/edit${query}`),
    byLink: (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      void push(link.getAttribute("href") ?? "");
    },
  };
}

function useReload(id: number | null, adopt: ReturnType<typeof useAutosave>["adopt"]) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    if (id === null) return;
    const newer = await queries.fetchQuery({ ...trpc.campaign.get.queryOptions({ id }), staleTime: 0 });
    const { version, draft, body } = newer;
    adopt({ id, version, edition: draft?.edition ?? null }, draft?.body ?? body);
  };
}
