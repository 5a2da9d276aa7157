"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { saveFile } from "@/components/ui/save-file";
import { showToast } from "@/components/ui/toast";

/** Saves a decision with all that it was made from as JSON. The audit says who took it. */
export function ExportDecision({ id }: { id: string }) {
  const take = useMutation(
    useTRPC().decision.export.mutationOptions({
      onSuccess: (explained) =>
        saveFile(
          `decision-${id}.json`,
          new Blob([JSON.stringify(explained, null, 2)], { type: "application/json" }),
        ),
      onError: (error) => showToast(refusalText(error), { tone: "block" }),
    }),
  );
  return (
    <Button pending={take.isPending} onClick={() => take.mutate({ id })}>
      <Download aria-hidden /> Export
    </Button>
  );
}
