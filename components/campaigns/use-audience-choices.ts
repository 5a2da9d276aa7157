"use client";
import { useQuery } from "@tanstack/react-query";
import type { Answer } from "@/components/api-types";
import { useTRPC } from "@/components/trpc";

export type AudienceChoices = Answer["campaign"]["audienceChoices"];
const NONE: AudienceChoices = { categories: [], countries: [], campaigns: [] };

/** Categories, countries and campaigns that rules may name; empty until they are here. */
export function useAudienceChoices(): AudienceChoices {
  const trpc = useTRPC();
  return useQuery(trpc.campaign.audienceChoices.queryOptions()).data ?? NONE;
}
