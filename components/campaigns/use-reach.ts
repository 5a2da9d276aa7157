"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { Answer } from "@/components/api-types";
import { useTRPC } from "@/components/trpc";
import { useSettled } from "@/components/ui/use-settled";
import type { CampaignBody } from "@/server/domain/campaign";
import { useAudienceProblem } from "./use-audience-problem";

export type Reach = {
  data: Answer["campaign"]["reach"] | undefined;
  error: string | null;
  isStale: boolean;
  drawOthers: () => void;
};

/** How many of the audience as it is being edited are left after each step, and five of them. */
export function useReach(id: number): Reach {
  const trpc = useTRPC();
  const { watch } = useFormContext<CampaignBody>();
  const { audience, goal, rollout, holdoutShare, autonomy } = watch();
  const [draw, setDraw] = useState(0);
  const asked = useSettled({ id, audience, goal, rollout, holdoutShare, autonomy, draw });
  const problem = useAudienceProblem(asked.audience);
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.campaign.reach.queryOptions(asked, { placeholderData: (old) => old }),
    enabled: problem === null, // a rule may be half made
  });
  return {
    data,
    error: error?.message ?? null,
    isStale: isPlaceholderData,
    drawOthers: () => setDraw((old) => old + 1),
  };
}
