"use client";
import { useEffect, useState } from "react";
import { CAMPAIGN_STEPS, type CampaignStep } from "@/server/domain/campaign-state";

const NONE: ReadonlySet<CampaignStep> = new Set();
const keyOf = (id: number) => `campaign-steps-${id}`;

/** The steps of a campaign that were looked at in this browser. */
export function useVisitedSteps(id: number | null, current: CampaignStep): ReadonlySet<CampaignStep> {
  const [visited, setVisited] = useState(NONE);
  useEffect(() => {
    if (id === null) return;
    const before = window.localStorage.getItem(keyOf(id))?.split(" ") ?? [];
    const now = CAMPAIGN_STEPS.filter((step) => step === current || before.includes(step));
    window.localStorage.setItem(keyOf(id), now.join(" "));
    setVisited(new Set(now));
  }, [id, current]);
  return visited;
}
