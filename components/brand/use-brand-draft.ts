"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { complaintsIn } from "@/components/complaints";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { showToast } from "@/components/ui/toast";
import { usePublishSetting } from "@/components/use-publish-setting";
import type { Brand } from "@/server/domain/settings/brand";

type Begun = { version: number; revision: number };

/** Saves, discards and publishes the guide that stands in the editor. */
export function useBrandDraft({ version, revision: begun }: Begun) {
  const trpc = useTRPC();
  const router = useRouter();
  const [revision, setRevision] = useState(begun);
  const say = { onError: (error: { message: string }) => showToast(refusalText(error), { tone: "block" }) };
  const save = useMutation(
    trpc.settings.saveDraft.mutationOptions({
      ...say,
      onSuccess: (saved) => {
        setRevision(saved.revision);
        showToast("The draft is saved; nothing has changed for customers");
        router.refresh();
      },
    }),
  );
  const discard = useMutation(
    trpc.settings.discardDraft.mutationOptions({
      ...say,
      onSuccess: () => {
        showToast("The draft is gone; the published guide stands");
        router.refresh();
      },
    }),
  );
  const { publish, pending, error } = usePublishSetting(
    "brand",
    (published) => `Version ${published} of the brand guide is published`,
  );
  return {
    hasDraft: revision > 0,
    save: (guide: Brand) =>
      save.mutate({ kind: "brand", expectedRevision: revision, basedOn: version, body: guide }),
    discard: () => discard.mutate({ kind: "brand" }),
    publish: (guide: Brand, note: string) => publish({ expectedVersion: version, body: guide, note }),
    isSaving: save.isPending,
    isDiscarding: discard.isPending,
    isPublishing: pending,
    complaints: complaintsIn(error),
  };
}
