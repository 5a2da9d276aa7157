"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import { ChangeConsent } from "./change-consent";
import type { CustomerDetail } from "./customer-types";
import { HoldoutAction } from "./holdout-action";

/** What a person may do about a customer; each asks why. */
export function CustomerActions({ customer }: { customer: CustomerDetail }) {
  const isSuppressed = customer.suppressions.some(({ kind }) => kind === "customer");
  return (
    <>
      {!isSuppressed && <Suppress id={customer.id} />}
      <ChangeConsent id={customer.id} consents={customer.consents} />
      <HoldoutAction id={customer.id} keptOut={customer.facts.keptOut} />
    </>
  );
}

function Suppress({ id }: { id: number }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const suppress = useMutation(
    trpc.customer.suppress.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        showToast("Nothing will be sent to this customer any more");
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Suppress
      </Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title="Suppress this customer?"
        description="No message leaves for them from now on, on any channel, and what waits to leave is taken back. It can't be taken back here."
        confirmLabel="Suppress"
        danger
        pending={suppress.isPending}
        error={suppress.error === null ? undefined : refusalText(suppress.error)}
        onConfirm={({ note }) => suppress.mutate({ id, reason: note })}
      />
    </>
  );
}
