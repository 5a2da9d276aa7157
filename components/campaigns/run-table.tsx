"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { isUnderWay } from "@/server/domain/run";
import { RUN_WORDS } from "./run-words";

type Runs = Answer["run"]["list"];

const LOOK_AGAIN_MS = 1500;

/** The runs of a campaign, newest first; looks again while one is under way. */
export function RunTable({ runs }: { runs: Runs }) {
  const router = useRouter();
  const { timeZone } = useCompany();
  const underWay = runs.rows.some(({ state }) => isUnderWay(state));
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [underWay, router]);
  return (
    <Card>
      <CardHeader title="Runs" sub="Each decides once for everyone in the audience." />
      <CardBody flush>
        {runs.rows.length === 0 ? (
          <Empty title="No run yet">Launch the campaign, then start its first run.</Empty>
        ) : (
          <Table label="Runs">
            <TableHeader>
              <TableRow>
                <TableHead>Run</TableHead>
                <TableHead>State</TableHead>
                <TableHead numeric>Audience</TableHead>
                <TableHead numeric>To be sent</TableHead>
                <TableHead numeric>Held</TableHead>
                <TableHead numeric>Blocked</TableHead>
                <TableHead numeric>Left out</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {runs.rows.map((run) => (
                <TableRow key={run.id}>
                  <TableCell>
                    <TextLink look="name" href={`/decisions?run=${run.id}`}>
                      {formatInstant(run.at, timeZone)}
                    </TextLink>
                    <span className="block text-12 text-ink-3">Version {run.campaignVersion}</span>
                  </TableCell>
                  <TableCell>
                    <Status tone={RUN_WORDS[run.state].tone}>{RUN_WORDS[run.state].word}</Status>
                  </TableCell>
                  <TableCell numeric>{formatCount(run.audience)}</TableCell>
                  <TableCell numeric>{formatCount(run.counts["sent-on"] ?? 0)}</TableCell>
                  <TableCell numeric>{formatCount(run.counts.held ?? 0)}</TableCell>
                  <TableCell numeric>{formatCount(run.counts.blocked ?? 0)}</TableCell>
                  <TableCell numeric>
                    {formatCount((run.counts.holdout ?? 0) + (run.counts.skipped ?? 0))}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}
