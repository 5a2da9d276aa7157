"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";

/** Ends a key for good, after asking. */
export function RevokeWriteKey({ id, name }: { id: number; name: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  const revoke = useMutation(
    useTRPC().writeKey.revoke.mutationOptions({
      onSuccess: () => {
        setIsAsking(false);
        showToast(`The key of ${name} is revoked`);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button size="sm" variant="danger" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        Revoke<span className="sr-only"> the key of {name}</span>
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Revoke the key of ${name}?`}
          description="Within seconds nothing is taken under it any more. This cannot be undone; a new key can be made."
          confirmLabel="Revoke"
          pending={revoke.isPending}
          error={revoke.error === null ? undefined : refusalText(revoke.error)}
          onConfirm={() => revoke.mutate({ id })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
