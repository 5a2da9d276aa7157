"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";
import type { Counts } from "./review-types";

/** What the answers kept in the browser have to follow. */
export function useQueueCache() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { list, get, counts } = trpc.review;
  return {
    refreshAll: () => queries.invalidateQueries(trpc.review.pathFilter()),
    refresh: (id: number) =>
      Promise.all([
        queries.invalidateQueries(get.queryFilter({ id })),
        queries.invalidateQueries(list.pathFilter()),
        queries.invalidateQueries(counts.pathFilter()),
      ]),
    /** the list in view follows by itself; those of other tabs would show what is decided, and are forgotten */
    markStale: (id: number) => {
      void queries.invalidateQueries(get.queryFilter({ id }));
      void queries.invalidateQueries(counts.pathFilter());
      queries.removeQueries({ ...list.pathFilter(), type: "inactive" });
    },
    count: (step: number) =>
      queries.setQueryData<Counts>(counts.queryKey({}), (old) => old && counted(old, step)),
  };
}

const counted = (counts: Counts, step: number): Counts => ({
  ...counts,
  held: Math.max(0, counts.held - step),
  decidedToday: Math.max(0, counts.decidedToday + step),
  mineToday: Math.max(0, counts.mineToday + step),
});
