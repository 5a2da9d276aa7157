"use client";
import { useQuery } from "@tanstack/react-query";
import { actorWords } from "@/components/actor-words";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { STATE_WORDS } from "./campaign-words";

/** Who launched, paused or stopped it, when and why. */
export function StateChanges({ id }: { id: number }) {
  const { timeZone } = useCompany();
  const { data, isError } = useQuery(useTRPC().campaign.stateChanges.queryOptions({ id }));
  return (
    <Card>
      <CardHeader title="States" sub="As the audit holds them." />
      {data === undefined ? (
        <CardBody>
          {isError ? (
            "They could not be read. Load the page again."
          ) : (
            <Loading>
              <Skeleton className="h-16" />
            </Loading>
          )}
        </CardBody>
      ) : data.length === 0 ? (
        <Empty title="Never launched">
          Launches, pauses and stops will stand here, each with its reason.
        </Empty>
      ) : (
        <CardBody>
          <ol className="grid gap-3">
            {data.map(({ at, actor, actorName, state, reason }) => (
              <li key={at.getTime()}>
                <Status tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].word}</Status>
                {reason !== "" && <p className="text-12 text-ink-2">{reason}</p>}
                <p className="text-12 text-ink-3">
                  {actorWords(actor, actorName)}, {formatInstant(at, timeZone)}
                </p>
              </li>
            ))}
          </ol>
        </CardBody>
      )}
    </Card>
  );
}
