import type { CampaignStep } from "@/server/domain/campaign-state";

export const STEP_TITLES: Record<CampaignStep, string> = {
  goal: "Goal",
  audience: "Audience",
  actions: "Actions and channels",
  content: "Content",
  launch: "Safety and launch",
};
