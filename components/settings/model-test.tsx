"use client";
import { useMutation } from "@tanstack/react-query";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { formatCount, formatDuration } from "@/components/ui/format";

/** Asks the configured model for a few words. `model` null: no key is set. */
export function ModelTest({ model, endpoint }: { model: string | null; endpoint: string | null }) {
  const test = useMutation(useTRPC().connection.testModel.mutationOptions());
  if (model === null)
    return (
      <Card className="max-w-2xl">
        <CardHeader title="Writing model" sub="none" />
        <CardBody>
          <Callout tone="info">
            No key is set, so the rules write every piece, and say so. Set OPENAI_API_KEY, and OPENAI_BASE_URL
            for another provider that speaks the same protocol, then start again.
          </Callout>
        </CardBody>
      </Card>
    );
  const { data } = test;
  return (
    <Card className="max-w-2xl">
      <CardHeader title="Writing model" sub={endpoint === null ? model : `${model} at ${endpoint}`} />
      <CardBody className="grid gap-3">
        <p className="text-ink-2">
          Asks for a few words, with no customer's data in the question. It costs some tokens, which count
          towards the daily budget. At most ten in a quarter of an hour.
        </p>
        <div>
          <Button variant="primary" pending={test.isPending} onClick={() => test.mutate({})}>
            Ask the model
          </Button>
        </div>
        <div aria-live="polite" className="grid gap-3">
          {test.error !== null && <ErrorState title="It was not asked">{refusalText(test.error)}</ErrorState>}
          {data !== undefined && (
            <>
              <Callout tone={data.outcome === "ok" ? "pass" : "block"}>
                {data.outcome === "ok"
                  ? "The model answered in the form that is asked for."
                  : `Nothing usable came: ${data.outcome}. The rules write until it does.`}
              </Callout>
              <DescriptionList
                pairs={[
                  { term: "Model", value: data.model },
                  { term: "Took", value: formatDuration(data.milliseconds) },
                  { term: "Tokens in", value: formatCount(data.inputTokens) },
                  { term: "Tokens out", value: formatCount(data.outputTokens) },
                ]}
              />
            </>
          )}
        </div>
      </CardBody>
    </Card>
  );
}
