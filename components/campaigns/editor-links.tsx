"use client";
import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button, ButtonLink } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { CampaignState } from "@/server/domain/campaign-state";
import type { SavedMark } from "./use-autosave";

const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((part) => part.ConfirmDialog),
  { ssr: false },
);

type Props = {
  mark: SavedMark | null;
  state: CampaignState;
  flush: () => Promise<boolean>;
  /** words of a piece are being edited, and nobody saved them */
  hasOpenWords: boolean;
};

/** The ways out of the editor. What is shown is saved on the way. */
export function EditorLinks({ mark, state, flush, hasOpenWords }: Props) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  if (mark === null) return <ButtonLink href="/campaigns">Cancel</ButtonLink>;
  const leave = async () => {
    await flush();
    router.push(`/campaigns/${mark.id}`);
    router.refresh();
  };
  return (
    <>
      {state !== "draft" && mark.edition !== null && <Discard id={mark.id} flush={flush} />}
      <Button onClick={() => (hasOpenWords ? setIsAsking(true) : void leave())}>Close</Button>
      {isAsking && (
        <ConfirmDialog
          title="Leave the words unsaved?"
          description="Words that you edit in the content step are not saved. Everything else is."
          confirmLabel="Leave"
          pending={false}
          onConfirm={() => void leave()}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

/** Gives up what is not published, after asking. */
function Discard({ id, flush }: { id: number; flush: Props["flush"] }) {
  const [isAsking, setIsAsking] = useState(false);
  const router = useRouter();
  const discard = useMutation(
    useTRPC().campaign.discard.mutationOptions({
      onSuccess: ({ version }) => {
        showToast(`The changes are discarded; version ${version} stays`);
        router.push(`/campaigns/${id}`);
        router.refresh();
      },
    }),
  );
  const confirm = async () => {
    await flush();
    discard.mutate({ id });
  };
  return (
    <>
      <Button variant="danger" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        Discard the changes
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Discard the changes?"
          description="What is not published is gone for good. The version in force stays."
          confirmLabel="Discard"
          pending={discard.isPending}
          error={discard.error === null ? undefined : refusalText(discard.error)}
          onConfirm={() => void confirm()}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
