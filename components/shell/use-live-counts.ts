"use client";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";
import type { ShellCounts } from "./navigation";

/** Deadlines pass, and a line may be lost, without anybody saying so. */
const ASK_EVERY_MS = 60_000;

/** The figures beside the links as they are now, beginning with those that the page brought. */
export function useLiveCounts(brought: ShellCounts): ShellCounts {
  const counts = useQuery({
    ...useTRPC().review.counts.queryOptions({}),
    enabled: brought.review !== null,
    refetchInterval: ASK_EVERY_MS,
  });
  return brought.review === null ? brought : { review: counts.data?.held ?? brought.review };
}
