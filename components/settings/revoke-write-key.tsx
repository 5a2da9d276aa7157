"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";

/** Ends a key for good, after asking. */
export function RevokeWriteKey({ id, name }: { id: number; name: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const revoke = useMutation(
    useTRPC().writeKey.revoke.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        showToast(`The key of ${name} is revoked`);
        router.refresh();
      },
    }),
  );
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" variant="danger">
          Revoke<span className="sr-only"> the key of {name}</span>
        </Button>
      </DialogTrigger>
      <DialogContent
        title={`Revoke the key of ${name}?`}
        description="Within seconds nothing is taken under it any more. This cannot be undone; a new key can be made."
      >
        {revoke.error !== null && (
          <p role="alert" className="text-block">
            {refusalText(revoke.error)}
          </p>
        )}
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button variant="danger" pending={revoke.isPending} onClick={() => revoke.mutate({ id })}>
            Revoke
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
