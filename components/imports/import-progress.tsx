"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCompany } from "@/components/company";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatCount, formatDuration, formatInstant } from "@/components/ui/format";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import type { ImportRow } from "./import-words";

type Props = {
  found: ImportRow;
  /** when it was last asked for in this browser, epoch milliseconds; 0: not yet */
  askedAtMs: number;
  mayImport: boolean;
};

/** How far an import is, and the way to stop it. It goes on after leaving the page. */
export function ImportProgress({ found, askedAtMs, mayImport }: Props) {
  const { timeZone } = useCompany();
  const { finishedAt, startedAt, error, state } = found;
  const took =
    finishedAt !== null && startedAt !== null ? tookWords(finishedAt.getTime() - startedAt.getTime()) : null;
  return (
    <Card>
      <CardHeader
        title="Rows"
        sub={
          finishedAt !== null &&
          `${took === null ? "" : `${took}, `}ended ${formatInstant(finishedAt, timeZone)}`
        }
      />
      <CardBody className="grid gap-4">
        {(state === "running" || state === "uploaded") && (
          <Running found={found} askedAtMs={askedAtMs} mayImport={mayImport} />
        )}
        {error !== null && (
          <Callout tone="block">
            It stopped: {error}. What was read before that line {found.dryRun ? "was only tried" : "is in"}.
          </Callout>
        )}
        {state === "cancelled" && (
          <Callout tone="info">
            It was cancelled. {found.dryRun ? "Nothing was written." : "What was read before that is in."}
          </Callout>
        )}
        <div aria-live="polite" className="grid grid-cols-3 gap-4">
          <Stat label="Read" value={found.rows} format={{ kind: "count" }} />
          <Stat
            label={found.dryRun ? "Would be accepted" : "Accepted"}
            value={found.accepted}
            format={{ kind: "count" }}
          />
          <Stat label="Refused" value={found.rejected} format={{ kind: "count" }} />
        </div>
      </CardBody>
    </Card>
  );
}

function Running({ found, askedAtMs, mayImport }: Props) {
  const { start, cancel, pending, problem } = useMoves(found.id);
  const share = found.bytes === 0 ? null : found.bytesRead / found.bytes;
  const waits = found.state === "uploaded";
  return (
    <>
      {problem !== null && (
        <Callout tone="block" role="alert">
          {problem}
        </Callout>
      )}
      <Progress
        label="Import"
        share={waits ? 0 : share}
        text={waits ? "Not started yet" : `${formatCount(found.rows)} rows read; you may leave this page`}
        estimate={estimateOf(found, share, askedAtMs)}
        action={
          mayImport && (
            <span className="flex gap-2">
              {waits && (
                <Button size="sm" variant="primary" pending={pending} onClick={start}>
                  Start
                </Button>
              )}
              <Button size="sm" variant="danger" pending={pending} onClick={cancel}>
                Cancel
              </Button>
            </span>
          )
        }
      />
    </>
  );
}

/** Too little of a file says nothing about the rest. */
const EARLIEST_SHARE = 0.02;

function estimateOf({ startedAt, state }: ImportRow, share: number | null, askedAtMs: number): string | null {
  if (state !== "running" || startedAt === null || share === null) return null;
  if (share < EARLIEST_SHARE || askedAtMs === 0) return null;
  const elapsedMs = Math.max(0, askedAtMs - startedAt.getTime());
  return `about ${formatDuration((elapsedMs / share) * (1 - Math.min(share, 1)))} left`;
}

function useMoves(id: number) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const onSuccess = async () => {
    await queries.invalidateQueries(trpc.import.get.queryFilter({ id }));
    router.refresh();
  };
  const start = useMutation(trpc.import.start.mutationOptions({ onSuccess }));
  const cancel = useMutation(trpc.import.cancel.mutationOptions({ onSuccess }));
  const error = start.error ?? cancel.error;
  return {
    start: () => start.mutate({ id }),
    cancel: () => cancel.mutate({ id }),
    pending: start.isPending || cancel.isPending,
    problem: error === null ? null : refusalText(error),
  };
}

const tookWords = (ms: number): string => (ms < 1000 ? "under a second" : formatDuration(ms));
