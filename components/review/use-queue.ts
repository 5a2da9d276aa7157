"use client";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/trpc";
import {
  type Counts,
  QUEUE_PAGE_SIZE,
  type QueueFilter,
  type QueuePage,
  type QueueRow,
} from "./review-types";

type First = { page: QueuePage; counts: Counts; atMs: number };
type Place = NonNullable<QueuePage["next"]>;

/** The queue as far as it was asked for, page behind page, and the counts, which are kept up to date. */
export function useQueue(filter: QueueFilter, first: First) {
  const trpc = useTRPC();
  const key = JSON.stringify(filter);
  const [asked, setAsked] = useState<{ key: string; places: readonly Place[] }>({ key, places: [] });
  const places = asked.key === key ? asked.places : [];

  const pages = useQueries({
    queries: [null, ...places].map((after) => ({
      ...trpc.review.list.queryOptions({ ...filter, after, limit: QUEUE_PAGE_SIZE }),
      ...(after === null ? { initialData: first.page, initialDataUpdatedAt: first.atMs } : {}),
    })),
  });
  const counts = useQuery({
    ...trpc.review.counts.queryOptions({}),
    initialData: first.counts,
    initialDataUpdatedAt: first.atMs,
  });

  const last = pages.at(-1);
  const next = last?.data?.next ?? null;
  return {
    rows: withoutRepeats(pages.flatMap(({ data }) => data?.rows ?? [])),
    counts: counts.data,
    hasMore: next !== null,
    isLoading: last?.isLoading ?? false,
    problem: pages.find(({ error }) => error !== null)?.error ?? null,
    loadMore: () => next !== null && setAsked({ key, places: [...places, next] }),
  };
}

/** A message that moved between two pages would stand in both. */
function withoutRepeats(rows: readonly QueueRow[]): QueueRow[] {
  const seen = new Set<number>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
