"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { showToast } from "@/components/ui/toast";
import type { HeldMessage } from "./review-types";
import { nameOf } from "./review-words";

/** Takes a waiting message for oneself, or gives it back to everybody. */
export function useAssign(selfId: number) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const assign = useMutation(
    trpc.review.assign.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.review.pathFilter()),
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  return (message: HeldMessage) => {
    const assignee = message.assignee === selfId ? null : selfId;
    assign.mutate(
      { ids: [message.id], assignee },
      {
        onSuccess: ({ assigned }) =>
          showToast(
            assigned === 0
              ? `${nameOf(message)} is decided already`
              : `${nameOf(message)} ${assignee === null ? "is everybody's again" : "is yours"}`,
            { tone: "info" },
          ),
      },
    );
  };
}
