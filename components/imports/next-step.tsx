"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useSyncExternalStore } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { AlertList, AlertRow } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { type ImportRow, importKindOf, KIND_WORDS } from "./import-words";
import { rememberedUpload } from "./kept-upload";

type Props = { found: ImportRow; mayImport: boolean };

/** What to do once an import is over. */
export function NextStep({ found, mayImport }: Props) {
  const kind = importKindOf(found.kind);
  if (found.state === "running" || found.state === "uploaded" || kind === undefined || !mayImport)
    return null;
  if (found.state !== "done") {
    return (
      <Row
        tone="hold"
        title="The file was not read to its end."
        action={
          <ButtonLink size="sm" href={`/imports/new?kind=${kind}`}>
            Import it again
          </ButtonLink>
        }
      >
        Importing the same file again is safe: what is in already stays as it is.
      </Row>
    );
  }
  if (found.dryRun) return <AfterDryRun found={found} />;
  const { next } = KIND_WORDS[kind];
  return (
    <Row
      tone="pass"
      title={found.accepted === 1 ? "1 row is in." : `${formatCount(found.accepted)} rows are in.`}
      action={
        <ButtonLink size="sm" href={next.href}>
          {next.label}
        </ButtonLink>
      }
    >
      {next.text}
    </Row>
  );
}

const Row = ({
  tone,
  title,
  children,
  action,
}: {
  tone: "pass" | "hold" | "info" | "block";
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) => (
  <AlertList label="What to do next">
    <AlertRow tone={tone} title={title} action={action}>
      {children}
    </AlertRow>
  </AlertList>
);

/** Nothing tells when it changes: it is written before the page is opened. */
const never = () => () => undefined;

function AfterDryRun({ found }: { found: ImportRow }) {
  const upload = useSyncExternalStore(
    never,
    () => rememberedUpload(found.id),
    () => null,
  );
  const { importIt, pending, problem } = useImportForGood(found, upload);
  return (
    <Row
      tone={problem === null ? "info" : "block"}
      title="This was a dry run: nothing was written."
      action={
        upload === null ? (
          <ButtonLink size="sm" href={`/imports/new?kind=${found.kind}`}>
            Choose the file again
          </ButtonLink>
        ) : (
          <Button size="sm" variant="primary" pending={pending} onClick={importIt}>
            Import it now
          </Button>
        )
      }
    >
      {problem ??
        (found.rejected === 0
          ? "Every row can be used."
          : `${formatCount(found.rejected)} rows would be left out, for the reasons below.`)}
    </Row>
  );
}

function useImportForGood(found: ImportRow, upload: string | null) {
  const trpc = useTRPC();
  const router = useRouter();
  const create = useMutation(trpc.import.create.mutationOptions());
  const start = useMutation(trpc.import.start.mutationOptions());
  const kind = importKindOf(found.kind);
  const importIt = async () => {
    if (kind === undefined || upload === null) return;
    const { fileName, mapping, options } = found;
    try {
      const { id } = await create.mutateAsync({ kind, upload, fileName, mapping, options, dryRun: false });
      await start.mutateAsync({ id });
      router.push(`/imports/${id}`);
    } catch {
      // what went wrong is in `error`
    }
  };
  const error = create.error ?? start.error;
  return {
    importIt,
    pending: create.isPending || start.isPending || start.isSuccess,
    problem: error === null ? null : refusalText(error),
  };
}
