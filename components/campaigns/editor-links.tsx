"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/components/trpc";
import { Button, ButtonLink } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { CampaignState } from "@/server/domain/campaign-state";
import type { SavedMark } from "./use-autosave";

type Props = { mark: SavedMark | null; state: CampaignState; flush: () => Promise<boolean> };

/** The ways out of the editor. What is shown is saved on the way. */
export function EditorLinks({ mark, state, flush }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const discard = useMutation(
    trpc.campaign.discard.mutationOptions({
      onSuccess: ({ id, version }) => {
        showToast(`The changes are discarded; version ${version} stays`);
        router.push(`/campaigns/${id}`);
        router.refresh();
      },
      onError: (error) => showToast(error.message, { tone: "block" }),
    }),
  );
  if (mark === null) return <ButtonLink href="/campaigns">Cancel</ButtonLink>;
  const leave = async () => {
    await flush();
    router.push(`/campaigns/${mark.id}`);
    router.refresh();
  };
  return (
    <>
      {state !== "draft" && mark.edition !== null && (
        <Button
          variant="danger"
          pending={discard.isPending}
          onClick={async () => {
            await flush();
            discard.mutate({ id: mark.id });
          }}
        >
          Discard the changes
        </Button>
      )}
      <Button onClick={() => void leave()}>Close</Button>
    </>
  );
}
