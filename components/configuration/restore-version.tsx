"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { Button } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { usePublishSetting } from "@/components/use-publish-setting";
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
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { publish, pending, error } = usePublishSetting(kind, (published) => {
    setOpen(false);
    router.push(back);
    return `Version ${version} is in force again, as version ${published}`;
  });
  const restore = (note: string) =>
    publish({ expectedVersion: current, body, note: `Restores version ${version}: ${note}` });
  return (
    <>
      <Button onClick={() => setOpen(true)}>Restore version {version}</Button>
      <ReasonDialog
        open={open}
        onOpenChange={setOpen}
        title={`Restore version ${version}?`}
        description={`Its words become version ${current + 1}, which holds for runs that begin later. Version ${current} stays in the history.`}
        confirmLabel={`Publish as version ${current + 1}`}
        pending={pending}
        error={error === null ? undefined : refusalText(error)}
        onConfirm={({ note }) => restore(note)}
      />
    </>
  );
}
