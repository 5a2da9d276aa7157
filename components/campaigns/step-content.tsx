"use client";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useController, useFormContext } from "react-hook-form";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format";
import { NumberInput } from "@/components/ui/number-input";
import { Grid, Stack } from "@/components/ui/page";
import { Progress } from "@/components/ui/progress";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useUrlParams } from "@/components/ui/use-url-params";
import type { CampaignBody } from "@/server/domain/campaign";
import { ChosenPiece, type DraftsState } from "./chosen-piece";
import { PieceList } from "./piece-list";
import { type Content, useWriting } from "./use-writing";

const VARIANTS = ["a", "b", "c", "d", "e"];

type Props = {
  id: number;
  flush: () => Promise<boolean>;
  drafts: DraftsState;
};

/** What is said: one piece for each segment, action and variant, written before anybody is written to. */
export function StepContent({ id, flush, drafts }: Props) {
  const trpc = useTRPC();
  const writing = useWriting(id, flush);
  const { data, error } = useQuery({
    ...trpc.campaign.content.queryOptions({ id }),
    refetchInterval: writing.isUnderWay ? 1500 : false,
  });
  const { params, set } = useUrlParams();
  if (error) return <Callout tone="block">The content could not be read: {error.message}</Callout>;
  if (data === undefined)
    return (
      <Loading>
        <Skeleton className="h-[760px] rounded-lg" />
      </Loading>
    );
  const chosen = data.pieces.find(({ key }) => key === params.get("piece")) ?? firstWritten(data);
  return (
    <Grid>
      <Stack className="lg:col-span-5">
        <WritingCard content={data} writing={writing} />
        <PieceList content={data} chosen={chosen?.key ?? null} onChoose={(piece) => set({ piece })} />
      </Stack>
      <Stack className="lg:col-span-7">
        <ChosenPiece
          key={chosen?.key}
          id={id}
          piece={chosen}
          content={data}
          writing={writing}
          drafts={drafts}
        />
      </Stack>
    </Grid>
  );
}

const firstWritten = ({ pieces }: Content) => pieces.find(({ creative }) => creative !== null) ?? pieces[0];

function WritingCard({ content, writing }: { content: Content; writing: ReturnType<typeof useWriting> }) {
  const { control } = useFormContext<CampaignBody>();
  const { field } = useController({ control, name: "variants" });
  const total = content.pieces.length;
  const missing = content.pieces.filter(({ creative }) => creative === null).length;
  return (
    <Card>
      <CardHeader title="What is said?" sub={`${formatCount(total)} pieces`} />
      <CardBody className="grid gap-4">
        <Field
          label="Variants of the copy"
          help="Written for each segment and action; compared as they are sent."
        >
          <NumberInput
            min={1}
            max={5}
            value={field.value.length}
            onValueChange={(count) => field.onChange(VARIANTS.slice(0, Math.min(5, Math.max(1, count))))}
          />
        </Field>
        {total === 0 ? (
          <Callout tone="hold">
            There is nothing to write: no segmentor is enabled for this goal, or no action is possible.
          </Callout>
        ) : (
          <>
            <Progress label="Pieces written" share={(total - missing) / total} />
            <div className="flex flex-wrap items-center gap-2">
              <Button
                pending={writing.isUnderWay}
                disabled={missing === 0}
                onClick={() => void writing.request(null)}
              >
                <PenLine aria-hidden /> {missing === total ? "Write the content" : "Write what is missing"}
              </Button>
              <span role="status" className="text-12 text-ink-3">
                {missing === 0
                  ? "Everything is written."
                  : `${formatCount(missing)} of ${formatCount(total)} to write.`}
              </span>
            </div>
          </>
        )}
        {writing.problem && (
          <Callout tone="block" role="alert">
            {writing.problem}
          </Callout>
        )}
      </CardBody>
      <CardFooter>
        {content.writer === "model"
          ? "A model writes; the rules take over where it fails. Its messages wait until a person approved the words."
          : "Rules write, from fixed sentences and the brand guide; with a model configured, it writes instead. Any piece can be edited."}
        {content.segmentor !== null && ` Segments by: ${content.segmentor}.`}
      </CardFooter>
    </Card>
  );
}
