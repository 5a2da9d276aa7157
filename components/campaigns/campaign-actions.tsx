"use client";
import { useMutation } from "@tanstack/react-query";
import { Copy, Pause, Pencil, Play, Square } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Button, ButtonLink } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { ReasonDialog } from "@/components/ui/reason-dialog";
import { showToast } from "@/components/ui/toast";
import type { CampaignState } from "@/server/domain/campaign-state";

type Props = {
  id: number;
  state: CampaignState;
  moves: readonly CampaignState[];
  blocked: boolean;
  hasDraft: boolean;
  running: boolean;
};

/** The way on from a campaign's state: launch, run, pause, stop. What cannot be done now is not offered. */
export function CampaignActions({ id, state, moves, blocked, hasDraft, running }: Props) {
  const { move, run, duplicate } = useCampaignChanges();
  const [asking, setAsking] = useState<End | null>(null);
  const error = move.error ?? run.error ?? duplicate.error;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <MainAction id={id} state={state} blocked={blocked} running={running} move={move} run={run} />
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
        {(state === "live" || state === "paused") && (
          <ButtonLink href={`/campaigns/${id}/edit`}>
            <Pencil aria-hidden /> {hasDraft ? "Go on editing" : "Edit as a draft"}
          </ButtonLink>
        )}
        <Button pending={duplicate.isPending} onClick={() => duplicate.mutate({ id })}>
          <Copy aria-hidden /> Duplicate
        </Button>
      </div>
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

type Changes = ReturnType<typeof useCampaignChanges>;
type MainProps = Pick<Props, "id" | "state" | "blocked" | "running"> & Pick<Changes, "move" | "run">;

/** The one way on: run it, let it go on, or finish the draft. */
function MainAction({ id, state, blocked, running, move, run }: MainProps) {
  if (state === "live")
    return (
      <Button
        variant="primary"
        pending={run.isPending}
        disabled={running}
        title={running ? "It ends by itself; another can start then" : undefined}
        onClick={() => run.mutate({ campaignId: id })}
      >
        <Play aria-hidden /> {running ? "A run is under way" : "Start a run"}
      </Button>
    );
  if (state === "paused")
    return (
      <Button variant="primary" pending={move.isPending} onClick={() => move.mutate({ id, to: "live" })}>
        <Play aria-hidden /> Go on
      </Button>
    );
  if (state !== "draft") return null;
  return (
    <ButtonLink variant="primary" href={`/campaigns/${id}/edit?step=${blocked ? "goal" : "launch"}`}>
      <Pencil aria-hidden /> {blocked ? "Go on editing" : "Look over and launch"}
    </ButtonLink>
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

const MOVED: Record<CampaignState, string> = {
  draft: "The campaign is a draft again",
  live: "The campaign is live",
  paused: "The campaign is paused",
  stopped: "The campaign is stopped",
  archived: "The campaign is archived",
};

function useCampaignChanges() {
  const trpc = useTRPC();
  const router = useRouter();
  const move = useMutation(
    trpc.campaign.move.mutationOptions({
      onSuccess: ({ state, withdrawn }) => {
        const taken = withdrawn.messages + withdrawn.reviews;
        showToast(
          `${MOVED[state]}${taken > 0 ? `; ${formatCount(taken)} waiting messages were taken back` : ""}`,
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
  const duplicate = useMutation(
    trpc.campaign.duplicate.mutationOptions({
      onSuccess: (copy) => {
        showToast("Duplicated as a draft");
        router.push(`/campaigns/${copy.id}/edit`);
      },
    }),
  );
  return { move, run, duplicate };
}
