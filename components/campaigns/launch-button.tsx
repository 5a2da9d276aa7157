"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Rocket } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { Answer } from "@/components/api-types";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { formatCount } from "@/components/ui/format";
import { showToast } from "@/components/ui/toast";
import type { CampaignBody } from "@/server/domain/campaign";
import type { CampaignState } from "@/server/domain/campaign-state";
import type { SavedMark } from "./use-autosave";
import type { Reach } from "./use-reach";

type Props = {
  mark: SavedMark;
  state: CampaignState;
  checks: Answer["campaign"]["get"]["checks"];
  reach: Reach;
  flush: () => Promise<boolean>;
};

/** Launches a draft, or publishes the changes of a campaign that runs, after saying how many people that is. */
export function LaunchButton({ mark, state, checks, reach, flush }: Props) {
  const [isAsking, setAsking] = useState(false);
  const blocking = checks.filter(({ ok }) => !ok).length;
  const isDraft = state === "draft";
  const nothingToPublish = !isDraft && mark.edition === null;
  const people = reach.data?.steps.at(-1);
  const reason =
    blocking > 0
      ? "Settle what blocks first."
      : nothingToPublish
        ? "Nothing was changed yet."
        : people === undefined
          ? "Counting the people."
          : null;
  const ask = async () => {
    if (await flush()) setAsking(true);
  };
  return (
    <div className="flex flex-wrap items-center gap-3 border-t pt-4">
      <Button variant="primary" size="lg" disabled={reason !== null} onClick={() => void ask()}>
        <Rocket aria-hidden />
        {isDraft ? `Launch to ${formatCount(people?.left ?? null)} people` : "Publish the changes"}
      </Button>
      {reason !== null && <span className="text-12 text-ink-3">{reason}</span>}
      <Dialog open={isAsking} onOpenChange={setAsking}>
        <DialogContent
          title={isDraft ? "Launch this campaign" : "Publish the changes"}
          description={
            isDraft
              ? "It then decides for everybody in its audience."
              : "The next run uses them. Runs that were made keep their version."
          }
        >
          <Confirm mark={mark} isDraft={isDraft} reach={reach} onDone={() => setAsking(false)} />
        </DialogContent>
      </Dialog>
    </div>
  );
}

type ConfirmProps = { mark: SavedMark; isDraft: boolean; reach: Reach; onDone: () => void };

function Confirm({ mark, isDraft, reach, onDone }: ConfirmProps) {
  const { launch, publish } = useLaunch(mark, onDone);
  const error = launch.error ?? publish.error;
  const pending = launch.isPending || publish.isPending;
  const begin = (andRun: boolean) =>
    isDraft ? launch.mutate({ andRun }) : mark.edition !== null && publish.mutate({ edition: mark.edition });
  return (
    <div className="grid gap-3">
      <Expected reach={reach} />
      {error && (
        <Callout tone="block" role="alert">
          {refusalText(error)}
        </Callout>
      )}
      <DialogFooter>
        <DialogClose asChild>
          <Button>Not now</Button>
        </DialogClose>
        {isDraft && (
          <Button pending={pending} onClick={() => begin(false)}>
            Launch only
          </Button>
        )}
        <Button variant="primary" pending={pending} onClick={() => begin(true)}>
          {isDraft ? "Launch and start the first run" : "Publish"}
        </Button>
      </DialogFooter>
    </div>
  );
}

/** How many people and messages that is, and how many of them a person sees first. */
function Expected({ reach: { data } }: { reach: Reach }) {
  const { watch } = useFormContext<CampaignBody>();
  const { autonomy, maxSends } = watch();
  const last = data?.steps.at(-1);
  if (data === undefined || last === undefined) return null;
  const range = data.isEstimate ? ` (${formatCount(last.low)} to ${formatCount(last.high)})` : "";
  const most = maxSends === null ? last.left : Math.min(maxSends, last.left);
  return (
    <ul className="grid list-disc gap-1 pl-5 text-ink-2">
      <li>
        {formatCount(data.total)} people are in the audience; about {formatCount(last.left)}
        {range} are left after consent, rules and holdouts.
      </li>
      {autonomy === "observe" ? (
        <li>Nothing is sent: the campaign only observes.</li>
      ) : (
        <>
          <li>One run sends each of them one message at most: {formatCount(most)} messages or fewer.</li>
          <li>
            {formatCount(data.waiting.left)} of them wait for a person first
            {autonomy === "review-all" ? ", because every message is reviewed" : ""}.
          </li>
        </>
      )}
    </ul>
  );
}

function useLaunch({ id, version }: SavedMark, onDone: () => void) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const move = useMutation(trpc.campaign.move.mutationOptions());
  const run = useMutation(trpc.run.request.mutationOptions());
  const { mutateAsync } = useMutation(trpc.campaign.publish.mutationOptions());
  const leave = async (said: string) => {
    await queries.invalidateQueries(trpc.campaign.pathFilter());
    onDone();
    showToast(said);
    router.push(`/campaigns/${id}`);
    router.refresh();
  };
  const launch = useMutation({
    mutationFn: async ({ andRun }: { andRun: boolean }) => {
      await move.mutateAsync({ id, to: "live" });
      if (andRun) await run.mutateAsync({ campaignId: id });
      await leave(andRun ? "Launched; the first run has started" : "Launched");
    },
  });
  const publish = useMutation({
    mutationFn: async ({ edition }: { edition: number }) => {
      const next = await mutateAsync({ id, expectedVersion: version, expectedEdition: edition });
      await leave(`Version ${next.version} is in force`);
    },
  });
  return { launch, publish };
}
