"use client";
import { RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((part) => part.ConfirmDialog),
  { ssr: false },
);

type Props = {
  /** whose words would be replaced; null: a writer's */
  author: string | null;
  disabled: boolean;
  pending: boolean;
  onWrite: () => void;
};

/** Has a piece written once more. A person's words are not replaced without asking. */
export function WriteAgain({ author, disabled, pending, onWrite }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        size="sm"
        disabled={disabled}
        title={disabled ? "Rules write the same words from the same brief" : undefined}
        pending={pending}
        onClick={() => (author === null ? onWrite() : setIsAsking(true))}
      >
        <RefreshCw aria-hidden /> Write again
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Replace what ${author} wrote?`}
          description="The writer's words take the place of these. Messages that were decided before keep theirs."
          confirmLabel="Replace the words"
          pending={false}
          onConfirm={() => {
            setIsAsking(false);
            onWrite();
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
