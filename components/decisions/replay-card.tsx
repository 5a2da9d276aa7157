"use client";
import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { Hint } from "@/components/ui/hint";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { type Explained, VERDICT_WORDS } from "./decision-words";

type Props = { explained: Explained; policies: readonly { version: number; note: string }[] };
const OWN = "own";

/** Makes the decision again from what was stored, under its own policy or another. Nothing is changed by it. */
export function ReplayCard({ explained, policies }: Props) {
  const [policy, setPolicy] = useState(OWN);
  const [asked, setAsked] = useState<string | null>(null);
  const policyVersion = asked === null || asked === OWN ? null : Number(asked);
  const replay = useQuery({
    ...useTRPC().decision.replay.queryOptions({ id: explained.id, policyVersion }),
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const own = explained.versions.policy;
  const others = policies.filter(({ version }) => version !== own);
  return (
    <Card>
      <CardHeader title="Replay" sub="made again from what was stored" />
      <CardBody className="grid gap-3">
        <Field label="Under which policy">
          <Select
            value={policy}
            onChange={({ target }) => setPolicy(target.value)}
            options={[
              { value: OWN, label: `Its own, version ${own}` },
              ...others.map(({ version, note }) => ({
                value: String(version),
                label: `Version ${version}: ${note}`,
              })),
            ]}
          />
        </Field>
        <div>
          <Button pending={replay.isFetching} onClick={() => setAsked(policy)}>
            <RotateCcw aria-hidden />
            Replay
          </Button>
        </div>
        {asked !== null && (
          <div aria-live="polite">
            {replay.error !== null && (
              <ErrorState title="It could not be replayed" onRetry={() => void replay.refetch()}>
                {refusalText(replay.error)}
              </ErrorState>
            )}
            {replay.isLoading && <Skeleton className="h-10" />}
            {replay.data !== undefined && <Outcome replayed={replay.data} isOwn={policyVersion === null} />}
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function Outcome({ replayed, isOwn }: { replayed: Answer["decision"]["replay"]; isOwn: boolean }) {
  const { isSame, changes, decision, otherRules, isContextIntact } = replayed;
  const verdict = VERDICT_WORDS[decision.verdict].word.toLowerCase();
  return (
    <div className="grid gap-2">
      {isSame ? (
        <Callout tone="pass">
          {isOwn ? "The same row and the same trace come out." : "That policy would have changed nothing."}
        </Callout>
      ) : (
        <Callout tone={isOwn ? "block" : "hold"}>
          {isOwn ? "Something else comes out: " : "It would have come out otherwise: "}
          {verdict}.
          {decision.reasons.length > 0 && (
            <ul className="mt-1 grid gap-0.5">
              {decision.reasons.map((code) => (
                <li key={code}>{reasonWords(code)}</li>
              ))}
            </ul>
          )}
        </Callout>
      )}
      {!isContextIntact && (
        <Callout tone="block">What was stored beside the decision is not what its trace names.</Callout>
      )}
      {otherRules.length > 0 && <Hint>Rules changed since in: {otherRules.join(", ")}.</Hint>}
      {!isSame && (
        <details>
          <summary className="cursor-pointer text-ink-2">What differs, field by field</summary>
          <CodeBlock label="Differences" className="mt-2">
            {JSON.stringify(changes, null, 2)}
          </CodeBlock>
        </details>
      )}
    </div>
  );
}
