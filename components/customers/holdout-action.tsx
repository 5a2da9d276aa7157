"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";

const WORDS = {
  out: {
    button: "Add to holdout",
    title: "Keep this customer out of all campaigns?",
    description:
      "No campaign writes to them from now on, and what waits to leave is taken back. They are left out of the holdouts that figures are compared with, because nobody drew them. You can let them in again; both stay in the history.",
    done: "Kept out of all campaigns from now on",
  },
  in: {
    button: "Let in again",
    title: "Let this customer into campaigns again?",
    description:
      "Campaigns may write to them from their next run on. That they were kept out stays in the history.",
    done: "Campaigns may write to them again",
  },
};

/** Keeps a customer out of all campaigns, or lets them in again; asks why. */
export function HoldoutAction({ id, keptOut }: { id: number; keptOut: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const state = keptOut ? "in" : "out";
  const words = WORDS[state];
  const change = useMutation(
    useTRPC().customer.setHoldout.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        showToast(words.done);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.button}</Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title={words.title}
        description={words.description}
        confirmLabel={words.button}
        pending={change.isPending}
        error={change.error === null ? undefined : refusalText(change.error)}
        onConfirm={({ note }) => change.mutate({ id, state, reason: note })}
      />
    </>
  );
}
