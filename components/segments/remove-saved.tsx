"use client";
import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";

const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((part) => part.ConfirmDialog),
  { ssr: false },
);

/** Takes a saved segment away, after asking. */
export function RemoveSaved({ id, name }: { id: number; name: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  const remove = useMutation(
    useTRPC().segment.removeSaved.mutationOptions({
      onSuccess: () => {
        setIsAsking(false);
        showToast(`“${name}” is removed`);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button size="sm" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        Remove<span className="sr-only"> “{name}”</span>
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Remove “${name}”?`}
          description="The whole team loses it. Campaigns that started from it keep their copy."
          confirmLabel="Remove the segment"
          pending={remove.isPending}
          error={remove.error === null ? undefined : refusalText(remove.error)}
          onConfirm={() => remove.mutate({ id })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
