"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import type { OutboxState } from "@/server/domain/review";

type Action = "arrived" | "not-arrived" | "cancel";

const WORDS: Record<
  Action,
  { button: string; title: string; description: string; confirm: string; done: string; danger: boolean }
> = {
  arrived: {
    button: "It arrived",
    title: "Did this message arrive?",
    description:
      "It counts as sent at the moment it was handed over, towards the caps and in the figures. Nothing is sent.",
    confirm: "It arrived",
    done: "Recorded as sent",
    danger: false,
  },
  "not-arrived": {
    button: "It did not",
    title: "Did this message not arrive?",
    description:
      "It is cancelled for good, and what it had taken of budget and stock is given back. Nothing is sent.",
    confirm: "It did not arrive",
    done: "Recorded as not arrived",
    danger: false,
  },
  cancel: {
    button: "Cancel",
    title: "Cancel this message?",
    description: "It will not leave. A cancelled message can't be started again.",
    confirm: "Cancel the message",
    done: "The message will not leave",
    danger: true,
  },
};

const ACTIONS: Partial<Record<OutboxState, readonly Action[]>> = {
  uncertain: ["arrived", "not-arrived"],
  ready: ["cancel"],
};

/** What a person may do about a message in its state; each asks why. Nothing here sends. */
export function MessageActions({ id, state }: { id: number; state: OutboxState }) {
  const [action, setAction] = useState<Action>("cancel");
  const [isOpen, setIsOpen] = useState(false);
  const { act, pending, problem, reset } = useAct(id, () => setIsOpen(false));
  const actions = ACTIONS[state] ?? [];
  if (actions.length === 0) return <span className="text-ink-3">–</span>;
  const open = (next: Action) => {
    reset();
    setAction(next);
    setIsOpen(true);
  };
  const words = WORDS[action];
  return (
    <span className="flex gap-1.5">
      {actions.map((one) => (
        <Button key={one} size="sm" onClick={() => open(one)}>
          {WORDS[one].button}
        </Button>
      ))}
      <ReasonDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={words.title}
        description={words.description}
        confirmLabel={words.confirm}
        danger={words.danger}
        pending={pending}
        error={problem}
        onConfirm={({ note }) => act(action, note)}
      />
    </span>
  );
}

function useAct(id: number, onDone: () => void) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const after = (action: Action) => {
    onDone();
    showToast(WORDS[action].done);
    void queries.invalidateQueries(trpc.outbox.pathFilter());
    router.refresh();
  };
  const settle = useMutation(
    trpc.outbox.settle.mutationOptions({ onSuccess: (_out, { verdict }) => after(verdict) }),
  );
  const cancel = useMutation(trpc.outbox.cancel.mutationOptions({ onSuccess: () => after("cancel") }));
  const error = settle.error ?? cancel.error;
  return {
    act: (action: Action, note: string) =>
      action === "cancel"
        ? cancel.mutate({ id, reason: note })
        : settle.mutate({ id, verdict: action, note }),
    pending: settle.isPending || cancel.isPending,
    problem: error === null ? undefined : refusalText(error),
    reset: () => {
      settle.reset();
      cancel.reset();
    },
  };
}
