"use client";
import { useMutation } from "@tanstack/react-query";
import { Ban, Download } from "lucide-react";
import { useState } from "react";
import type { Ask } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import { fetchExport } from "./fetch-export";

export type ChosenCustomers = Ask["customer"]["suppressSelected"]["selection"];

type Props = {
  chosen: ChosenCustomers;
  mayExport: boolean;
  mayWrite: boolean;
  /** After the chosen were changed. */
  onDone: () => void;
};

/** What can be done with the chosen customers. */
export function CustomerBulk({ chosen, mayExport, mayWrite, onDone }: Props) {
  return (
    <>
      {mayExport && <ExportChosen chosen={chosen} />}
      {mayWrite && <SuppressChosen chosen={chosen} onDone={onDone} />}
    </>
  );
}

function ExportChosen({ chosen }: Pick<Props, "chosen">) {
  const download = useMutation({
    mutationFn: () => fetchExport(chosen),
    onSuccess: () => showToast("The file is in your downloads; the audit log keeps who took it"),
    onError: (error) => showToast(error.message, { tone: "block" }),
  });
  return (
    <Button size="sm" pending={download.isPending} onClick={() => download.mutate()}>
      <Download aria-hidden />
      Export CSV
    </Button>
  );
}

function SuppressChosen({ chosen, onDone }: Pick<Props, "chosen" | "onDone">) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const suppress = useMutation(
    trpc.customer.suppressSelected.mutationOptions({
      onSuccess: ({ customers, cancelled }) => {
        setOpen(false);
        onDone();
        const taken = cancelled === 0 ? "" : `, ${formatCount(cancelled)} waiting messages taken back`;
        showToast(
          `${formatCount(customers)} ${customers === 1 ? "customer" : "customers"} suppressed${taken}`,
        );
      },
    }),
  );
  return (
    <>
      <Button
        size="sm"
        variant="danger"
        onClick={() => {
          suppress.reset();
          setOpen(true);
        }}
      >
        <Ban aria-hidden />
        Suppress
      </Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title="Suppress the chosen customers?"
        description="No message leaves for them from now on, on any channel, and what waits to leave is taken back. It can't be taken back here. At most 5,000 at once."
        confirmLabel="Suppress them"
        danger
        pending={suppress.isPending}
        error={suppress.error === null ? undefined : refusalText(suppress.error)}
        onConfirm={({ note }) => suppress.mutate({ selection: chosen, reason: note })}
      />
    </>
  );
}
