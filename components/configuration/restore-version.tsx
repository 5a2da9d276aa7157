"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import type { SettingKind } from "@/server/domain/settings";

type Props = {
  kind: SettingKind;
  /** the one whose words come back */
  version: number;
  body: unknown;
  /** the version in force */
  current: number;
  /** where the document is edited */
  back: string;
};

/** Publishes an old version's words as the next version. Nothing of the history is lost. */
export function RestoreVersion({ kind, version, body, current, back }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const onSuccess = ({ version: published }: { version: number }) => {
    setOpen(false);
    showToast(`Version ${version} is in force again, as version ${published}`);
    router.push(back);
    router.refresh();
  };
  const settings = useMutation(trpc.settings.publish.mutationOptions({ onSuccess }));
  const policy = useMutation(trpc.settings.publishPolicy.mutationOptions({ onSuccess }));
  const error = settings.error ?? policy.error;
  const restore = (note: string) => {
    const change = { expectedVersion: current, body, note: `Restores version ${version}: ${note}` };
    if (kind === "policy") policy.mutate({ kind, ...change });
    else settings.mutate({ kind, ...change });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Restore version {version}</Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title={`Restore version ${version}?`}
        description={`Its words become version ${current + 1}, which holds for runs that begin later. Version ${current} stays in the history.`}
        confirmLabel={`Publish as version ${current + 1}`}
        pending={settings.isPending || policy.isPending}
        error={error === null ? undefined : refusalText(error)}
        onConfirm={({ note }) => restore(note)}
      />
    </>
  );
}
