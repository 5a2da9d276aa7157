"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Answer, Ask } from "@/components/api-types";
import { refusalText, refusalWords } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Hint } from "@/components/ui/hint";
import { CardSkeleton } from "@/components/ui/page-skeleton";
import { Loading } from "@/components/ui/skeleton";
import { FirstRows } from "./first-rows";
import type { ImportKind } from "./import-words";
import { rememberUpload } from "./kept-upload";
import { MappingEditor } from "./mapping-editor";
import { type Options, ReadingOptions } from "./reading-options";
import type { Uploaded } from "./upload-field";

type Props = { kind: ImportKind; uploaded: Uploaded };
type Mapping = Answer["import"]["preview"]["mapping"];

/** How an uploaded file is read: its columns, zones and marks, shown on its first rows; then the start. */
export function PrepareImport({ kind, uploaded }: Props) {
  const trpc = useTRPC();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [options, setOptions] = useState<Options>({});
  const request = { kind, upload: uploaded.upload, mapping, options };
  const preview = useQuery(trpc.import.preview.queryOptions(request, { retry: false }));
  const refused = preview.error === null ? null : refusalWords(preview.error);
  const data = useLatest(preview.data);
  if (data === undefined) {
    return refused === null ? (
      <Loading>
        <CardSkeleton lines={10} />
      </Loading>
    ) : (
      <ErrorState title="This file can't be read" onRetry={() => preview.refetch()}>
        {refused.text} Choose another file, or what it holds, above.
      </ErrorState>
    );
  }
  return (
    <>
      <Card>
        <CardHeader title="Columns" sub="Guessed from the header; set right what is wrong." />
        <CardBody>
          <MappingEditor
            fields={data.fields}
            header={data.header}
            mapping={mapping ?? data.mapping}
            onChange={setMapping}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="How to read it" />
        <CardBody>
          <ReadingOptions options={options} dialect={data.dialect} refused={refused} onChange={setOptions} />
        </CardBody>
      </Card>
      <FirstRows preview={data} mapping={mapping ?? data.mapping} isStale={preview.isFetching} />
      <StartCard
        request={{ ...request, fileName: uploaded.fileName, mapping: mapping ?? data.mapping }}
        problem={data.problems[0] ?? refused?.text ?? null}
        isStale={preview.isFetching}
      />
    </>
  );
}

/** The last answer there was: one that is refused must not take the form away that mends it. */
function useLatest<Data>(current: Data | undefined): Data | undefined {
  const [latest, setLatest] = useState(current);
  if (current !== undefined && current !== latest) setLatest(current);
  return current ?? latest;
}

type StartProps = {
  request: Omit<Ask["import"]["create"], "dryRun">;
  /** why it can't start, or null */
  problem: string | null;
  isStale: boolean;
};

function StartCard({ request, problem, isStale }: StartProps) {
  const { begin, begun, error } = useBegin(request);
  const disabled = problem !== null || isStale || begun !== null;
  return (
    <Card>
      <CardBody className="grid gap-2">
        {error !== null && (
          <Callout tone="block" role="alert">
            {error}
          </Callout>
        )}
        <Hint>
          A dry run reads the whole file and tells what each row would do; nothing is kept of it. An import
          writes row by row: what can't be used is left out with its reason, and the same file again changes
          nothing twice.
        </Hint>
      </CardBody>
      <CardFooter>
        <Button disabled={disabled} pending={begun === "dry run"} onClick={() => begin(true)}>
          Dry run
        </Button>
        <Button
          variant="primary"
          disabled={disabled}
          pending={begun === "import"}
          onClick={() => begin(false)}
        >
          Import
        </Button>
        {problem !== null && <span className="text-block">Can't start: {problem}</span>}
      </CardFooter>
    </Card>
  );
}

function useBegin(request: StartProps["request"]) {
  const trpc = useTRPC();
  const router = useRouter();
  const [begun, setBegun] = useState<"dry run" | "import" | null>(null);
  const create = useMutation(trpc.import.create.mutationOptions());
  const start = useMutation(trpc.import.start.mutationOptions());
  const error = create.error ?? start.error;
  const begin = async (dryRun: boolean) => {
    setBegun(dryRun ? "dry run" : "import");
    try {
      const { id } = await create.mutateAsync({ ...request, dryRun });
      if (dryRun) rememberUpload(id, request.upload);
      await start.mutateAsync({ id });
      router.push(`/imports/${id}`);
    } catch {
      setBegun(null); // what went wrong is in `error`
    }
  };
  return { begin, begun, error: error === null ? null : refusalText(error) };
}
