"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { showToast } from "@/components/ui/toast";
import type { Desk, HeldMessage } from "./review-types";
import { nameOf } from "./review-words";

/** Gives a waiting message to somebody, or back to everybody. */
export function useAssign({ selfId, people }: Pick<Desk, "selfId" | "people">) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const assign = useMutation(
    trpc.review.assign.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.review.pathFilter()),
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  return (message: HeldMessage, assignee: number | null) => {
    const whose =
      assignee === selfId ? "yours" : `${people.find(({ id }) => id === assignee)?.name ?? "a colleague"}’s`;
    assign.mutate(
      { ids: [message.id], assignee },
      {
        onSuccess: ({ assigned }) =>
          showToast(
            assigned === 0
              ? `${nameOf(message)} is decided already`
              : `${nameOf(message)} is ${assignee === null ? "everybody’s again" : whose}`,
            { tone: "info" },
          ),
      },
    );
  };
}
