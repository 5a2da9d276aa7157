"use client";
import { useQuery } from "@tanstack/react-query";
import type { UseFormReturn } from "react-hook-form";
import type { Answer } from "@/components/api-types";
import { CHANNEL_TITLES } from "@/components/choice-words";
import { useTRPC } from "@/components/trpc";
import { formatCount } from "@/components/ui/format";
import type { Step } from "@/components/ui/steps";
import type { CampaignBody } from "@/server/domain/campaign";
import { CAMPAIGN_STEPS, type CampaignStep, MIN_NAME_LENGTH } from "@/server/domain/campaign-state";
import { GOAL_WORDS } from "./campaign-words";
import { launchWords } from "./launch-checklist";
import { STEP_TITLES } from "./step-titles";
import { useVisitedSteps } from "./use-visited-steps";

type Found = { text: string; state: Exclude<Step["state"], "current"> };

/** Each step with what is set there, or what is missing. */
export function useStepStates(
  form: UseFormReturn<CampaignBody>,
  id: number | null,
  current: CampaignStep,
): Step[] {
  const { isLaunched, ...found } = useFound(form, id);
  const visited = useVisitedSteps(id, current);
  return CAMPAIGN_STEPS.map((step) => {
    const { text, state } = found[step];
    const isUnseen = state === "done" && !isLaunched && !visited.has(step);
    return {
      id: step,
      title: STEP_TITLES[step],
      text,
      state: step === current ? "current" : isUnseen ? "open" : state,
      href: id === null ? null : `/campaigns/${id}/edit?step=${step}`,
    };
  });
}

type AllFound = Record<CampaignStep, Found> & { isLaunched: boolean };

function useFound(form: UseFormReturn<CampaignBody>, id: number | null): AllFound {
  const trpc = useTRPC();
  const body = form.watch();
  const enabled = id !== null;
  const asked = { id: id ?? 1 };
  const campaign = useQuery({ ...trpc.campaign.get.queryOptions(asked), enabled }).data;
  const content = useQuery({ ...trpc.campaign.content.queryOptions(asked), enabled }).data;
  const isNamed = body.name.length >= MIN_NAME_LENGTH;
  const goal: Found = { text: GOAL_WORDS[body.goal].title, state: isNamed ? "done" : "open" };
  if (campaign === undefined || content === undefined) return { ...NOT_YET, goal, isLaunched: false };
  const { checks, state } = campaign;
  const stateOf = (step: CampaignStep): Found["state"] =>
    checks.some((check) => check.step === step && !check.ok) ? "blocked" : "done";
  return {
    isLaunched: state !== "draft",
    goal,
    audience: {
      text: checks.find((check) => check.id === "audience")?.title ?? "",
      state: stateOf("audience"),
    },
    actions: { text: actionsText(body), state: stateOf("actions") },
    content: contentFound(content.pieces),
    launch: { text: launchWords(checks), state: checks.every(({ ok }) => ok) ? "done" : "blocked" },
  };
}

const NOT_YET: Record<Exclude<CampaignStep, "goal">, Found> = {
  audience: { text: "Who it is for", state: "open" },
  actions: { text: "What may be done", state: "open" },
  content: { text: "What it says", state: "open" },
  launch: { text: "How much leaves alone", state: "open" },
};

function contentFound(pieces: Answer["campaign"]["content"]["pieces"]): Found {
  const missing = pieces.filter(({ creative }) => creative === null).length;
  return {
    text: contentText(pieces.length, missing),
    state: missing === 0 && pieces.length > 0 ? "done" : "open",
  };
}

const actionsText = ({ actions, channels }: CampaignBody): string =>
  `${actions.length} ${actions.length === 1 ? "action" : "actions"}, ${channels
    .map((channel) => CHANNEL_TITLES[channel])
    .join(" and ")
    .toLowerCase()}`;

const contentText = (pieces: number, missing: number): string =>
  missing === 0
    ? `${formatCount(pieces)} pieces`
    : `${formatCount(pieces)} pieces, ${formatCount(missing)} to write`;
