"use client";
import { useMutation } from "@tanstack/react-query";
import { Pause, Play, Rocket, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Button, ButtonLink } from "@/components/ui/button";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import type { CampaignState } from "@/server/domain/campaign";

type Props = {
  id: number;
  state: CampaignState;
  moves: readonly CampaignState[];
  blocked: boolean;
  running: boolean;
};

/** The way on from a campaign's state: launch, run, pause, stop. What cannot be done now is not offered. */
export function CampaignActions({ id, state, moves, blocked, running }: Props) {
  const { move, run } = useCampaignChanges(id);
  const [asking, setAsking] = useState<End | null>(null);
  const error = move.error ?? run.error;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {state === "live" && (
          <Button
            variant="primary"
            pending={run.isPending}
            disabled={running}
            onClick={() => run.mutate({ campaignId: id })}
          >
            <Play aria-hidden /> {running ? "A run is under way" : "Start a run"}
          </Button>
        )}
        {moves.includes("live") && (
          <Button
            variant="primary"
            pending={move.isPending}
            disabled={blocked}
            onClick={() => move.mutate({ id, to: "live" })}
          >
            <Rocket aria-hidden /> {state === "paused" ? "Go on" : "Launch"}
          </Button>
        )}
        {moves.includes("paused") && (
          <Button pending={move.isPending} onClick={() => move.mutate({ id, to: "paused" })}>
            <Pause aria-hidden /> Pause
          </Button>
        )}
        {moves.includes("stopped") && (
          <Button variant="danger" onClick={() => setAsking("stopped")}>
            <Square aria-hidden /> Stop
          </Button>
        )}
        {moves.includes("archived") && <Button onClick={() => setAsking("archived")}>Archive</Button>}
        {state !== "stopped" && state !== "archived" && (
          <ButtonLink href={`/campaigns/${id}/edit`}>Edit</ButtonLink>
        )}
      </div>
      {blocked && moves.includes("live") && (
        <p className="text-12 text-ink-3">Settle the open lines of the checklist first.</p>
      )}
      {error && (
        <p role="alert" className="text-12 text-block">
          {error.message}
        </p>
      )}
      <EndDialog
        to={asking}
        pending={move.isPending}
        error={move.error?.message}
        onClose={() => setAsking(null)}
        onConfirm={(to, reason) => move.mutate({ id, to, reason }, { onSuccess: () => setAsking(null) })}
      />
    </div>
  );
}

type End = "stopped" | "archived";
type EndDialogProps = {
  to: End | null;
  pending: boolean;
  error: string | undefined;
  onClose: () => void;
  onConfirm: (to: End, reason: string) => void;
};

const END_WORDS: Record<End, { title: string; description: string; confirm: string }> = {
  stopped: {
    title: "Stop this campaign",
    description:
      "Messages that wait are taken back and held ones lapse. At most those already on their way still leave. This cannot be undone.",
    confirm: "Stop the campaign",
  },
  archived: {
    title: "Archive this campaign",
    description: "It leaves the list of those at work. Its decisions and figures stay.",
    confirm: "Archive",
  },
};

/** Asks why before what cannot be undone. */
function EndDialog({ to, pending, error, onClose, onConfirm }: EndDialogProps) {
  const { title, description, confirm } = END_WORDS[to ?? "stopped"];
  return (
    <ReasonDialog
      open={to !== null}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      confirmLabel={confirm}
      danger
      pending={pending}
      error={error}
      onConfirm={({ note }) => to !== null && onConfirm(to, note)}
    />
  );
}

function useCampaignChanges(id: number) {
  const trpc = useTRPC();
  const router = useRouter();
  const move = useMutation(
    trpc.campaign.move.mutationOptions({
      onSuccess: ({ state, withdrawn }) => {
        const taken = withdrawn.messages + withdrawn.reviews;
        showToast(
          `Campaign ${id} is ${state}${taken > 0 ? `; ${taken} waiting messages were taken back` : ""}`,
        );
        router.refresh();
      },
    }),
  );
  const run = useMutation(
    trpc.run.request.mutationOptions({
      onSuccess: () => {
        showToast("The run has started; it goes on if you leave this page", { tone: "info" });
        router.refresh();
      },
    }),
  );
  return { move, run };
}
