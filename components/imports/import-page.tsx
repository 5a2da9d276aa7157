"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Answer } from "@/components/api-types";
import { BarList } from "@/components/charts/bar-list";
import { useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatBytes, formatCount } from "@/components/ui/format";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Status } from "@/components/ui/status";
import { ImportProgress } from "./import-progress";
import { countTitle, IMPORT_STATE_WORDS, type ImportRow, kindTitle } from "./import-words";
import { NextStep } from "./next-step";
import { ReadAs } from "./read-as";
import { RejectionTable } from "./rejection-table";

type Props = {
  first: ImportRow;
  rejections: Answer["import"]["rejections"];
  mayImport: boolean;
};

const POLL_MS = 1_500;
const isUnderWay = ({ state }: ImportRow) => state === "running";

/** One import: how far it is, what it did, what it refused and why, and what comes next. */
export function ImportPage({ first, rejections, mayImport }: Props) {
  const { found, askedAtMs } = useImport(first);
  const { tone, word } = IMPORT_STATE_WORDS[found.state];
  return (
    <Page>
      <PageHead
        title={found.fileName}
        badges={
          <>
            <Status tone={tone}>{word}</Status>
            {found.dryRun && <Badge tone="plain">Dry run</Badge>}
          </>
        }
        lead={`${kindTitle(found.kind)}, ${formatBytes(found.bytes)}`}
      />
      <Grid>
        <Stack className="lg:col-span-8">
          <ImportProgress found={found} askedAtMs={askedAtMs} mayImport={mayImport} />
          <NextStep found={found} mayImport={mayImport} />
          <RejectionTable
            importId={found.id}
            rejected={found.rejected}
            isUnderWay={isUnderWay(found)}
            rejections={rejections}
          />
        </Stack>
        <Stack className="lg:col-span-4">
          <Did found={found} />
          <Reasons found={found} />
          <ReadAs found={found} />
        </Stack>
      </Grid>
    </Page>
  );
}

/** The import as it stands, asked again while it runs. Once it ends, the page fetches its rejected rows. */
function useImport(first: ImportRow) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data, dataUpdatedAt } = useQuery(
    trpc.import.get.queryOptions(
      { id: first.id },
      {
        initialData: first,
        initialDataUpdatedAt: 0,
        refetchInterval: ({ state }) =>
          state.data !== undefined && isUnderWay(state.data) ? POLL_MS : false,
        refetchIntervalInBackground: false,
      },
    ),
  );
  const wasUnderWay = useRef(isUnderWay(first));
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay(data)) router.refresh();
    wasUnderWay.current = isUnderWay(data);
  }, [data, router]);
  // a page that is asked for again knows more than what was polled before
  const found = first.finishedAt !== null || first.rows > data.rows ? first : data;
  return { found, askedAtMs: dataUpdatedAt };
}

function Did({ found: { summary, dryRun } }: { found: ImportRow }) {
  const counts = Object.entries(summary.counts ?? {});
  if (counts.length === 0) return null;
  return (
    <Card>
      <CardHeader title={dryRun ? "What it would do" : "What it did"} />
      <CardBody>
        <DescriptionList
          pairs={counts.map(([name, count]) => ({ term: countTitle(name), value: formatCount(count) }))}
        />
      </CardBody>
    </Card>
  );
}

function Reasons({ found: { summary } }: { found: ImportRow }) {
  const reasons = Object.entries(summary.reasons ?? {}).sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Why rows were refused" sub="Each row once, by its first reason." />
      <CardBody>
        <BarList
          label="Refused rows by reason"
          format={{ kind: "count" }}
          items={reasons.map(([reason, value]) => ({ key: reason, label: reason, value }))}
        />
      </CardBody>
    </Card>
  );
}
