"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";

type Action = "retry" | "discard";

const WORDS = {
  retry: {
    button: "Do it again",
    title: (name: string) => `Do ${name} again?`,
    description:
      "It begins again from the start, within seconds. Where it fails again, it stands here again with the new error.",
    done: "It is done again",
  },
  discard: {
    button: "Discard",
    title: (name: string) => `Discard ${name}?`,
    description: "It is not done any more and leaves this list. This cannot be undone.",
    done: "Discarded",
  },
} as const;

const BOTH = ["retry", "discard"] as const;
const DISCARD_ONLY = ["discard"] as const;

type Props = { id: number; name: string; mayRetry: boolean };

/** What an admin may do about work that failed; each asks why. */
export function FailedWorkActions({ id, name, mayRetry }: Props) {
  const [action, setAction] = useState<Action | null>(null);
  const { act, pending, problem } = useSettle(id, () => setAction(null));
  const words = WORDS[action ?? "retry"];
  return (
    <span className="flex gap-1.5">
      {(mayRetry ? BOTH : DISCARD_ONLY).map((one) => (
        <Button key={one} size="sm" onClick={() => setAction(one)}>
          {WORDS[one].button}
          <span className="sr-only">: {name}</span>
        </Button>
      ))}
      <ReasonDialog
        open={action !== null}
        onOpenChange={(isOpen) => isOpen || setAction(null)}
        title={words.title(name)}
        description={words.description}
        confirmLabel={words.button}
        danger={action === "discard"}
        pending={pending}
        error={problem}
        onConfirm={({ note }) => act(action ?? "retry", note)}
      />
    </span>
  );
}

function useSettle(id: number, onDone: () => void) {
  const { failure } = useTRPC();
  const router = useRouter();
  const after = (action: Action) => () => {
    onDone();
    showToast(WORDS[action].done);
    router.refresh();
  };
  const retry = useMutation(failure.retry.mutationOptions({ onSuccess: after("retry") }));
  const discard = useMutation(failure.discard.mutationOptions({ onSuccess: after("discard") }));
  const error = retry.error ?? discard.error;
  return {
    act: (action: Action, reason: string) => (action === "retry" ? retry : discard).mutate({ id, reason }),
    pending: retry.isPending || discard.isPending,
    problem: error === null ? undefined : refusalText(error),
  };
}
