"use client";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/trpc";
import type { HeldMessage } from "./review-types";

type Options = {
  id: number | null;
  /** what the page brought along */
  first: { message: HeldMessage | null; atMs: number };
  /** in the order of the list: those that a key leads to, and the open one */
  around: readonly number[];
};

/** The message that is open, undefined while it is on its way, and of those around it what is there already. */
export function useOpenMessage({ id, first, around }: Options) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, setArrived] = useState(0);
  const brought = first.message !== null && first.message.id === id ? first.message : undefined;
  const opened = useQuery({
    ...trpc.review.get.queryOptions(id === null ? skipToken : { id }),
    ...(brought === undefined ? {} : { initialData: brought, initialDataUpdatedAt: first.atMs }),
  });

  const others = around.filter((one) => one !== id).join(" ");
  useEffect(() => {
    for (const one of others.split(" ").filter(Boolean).map(Number))
      void queries
        .prefetchQuery(trpc.review.get.queryOptions({ id: one }))
        .then(() => setArrived((count) => count + 1));
  }, [others, queries, trpc]);

  const known = (one: number) =>
    one === id ? opened.data : queries.getQueryData(trpc.review.get.queryKey({ id: one }));
  return { opened, ready: around.flatMap((one) => known(one) ?? []) };
}
