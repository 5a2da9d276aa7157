"use client";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "@/components/trpc";
import type { HeldMessage } from "./review-types";

type Options = {
  id: number | null;
  /** what the page brought along */
  first: { message: HeldMessage | null; atMs: number };
  /** fetched ahead, so that moving on takes no time */
  ahead: readonly number[];
};

/** The message that is open; undefined while it is on its way. */
export function useOpenMessage({ id, first, ahead }: Options) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const brought = first.message !== null && first.message.id === id ? first.message : undefined;
  const found = useQuery({
    ...trpc.review.get.queryOptions(id === null ? skipToken : { id }),
    ...(brought === undefined ? {} : { initialData: brought, initialDataUpdatedAt: first.atMs }),
  });

  const next = ahead.join(" ");
  useEffect(() => {
    for (const one of next.split(" ").filter(Boolean).map(Number))
      void queries.prefetchQuery(trpc.review.get.queryOptions({ id: one }));
  }, [next, queries, trpc]);
  return found;
}
