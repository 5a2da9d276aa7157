"use client";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatCount, formatHash, formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";

type Block = Answer["audit"]["blocks"][number];

/** The chain's newest block and a check of the whole, on demand. */
export function ChainCard({ newest }: { newest: Block | null }) {
  const trpc = useTRPC();
  const { timeZone } = useCompany();
  const check = useQuery(trpc.audit.verify.queryOptions({}, { enabled: false, retry: false }));
  return (
    <Card>
      <CardHeader
        title="The chain"
        sub="Each block holds the hash of the one before."
        actions={
          <Button size="sm" pending={check.isFetching} onClick={() => check.refetch()}>
            <ShieldCheck aria-hidden /> Verify now
          </Button>
        }
      />
      <CardBody className="grid gap-3">
        {newest !== null && (
          <DescriptionList
            pairs={[
              { term: "Blocks", value: formatCount(newest.seq) },
              { term: "Newest", value: formatInstant(newest.at, timeZone) },
              {
                term: "Its hash",
                value: <code className="font-mono text-12">{formatHash(newest.hash)}</code>,
              },
            ]}
          />
        )}
        <div aria-live="polite">{check.data && <Report report={check.data} />}</div>
        {check.error && <Callout tone="block">The check did not run: {check.error.message}</Callout>}
        <Hint>
          The same from a terminal: <code className="font-mono">npm run -s audit:verify</code>
        </Hint>
      </CardBody>
    </Card>
  );
}

function Report({ report }: { report: Answer["audit"]["verify"] }) {
  const { timeZone } = useCompany();
  if (report.broken !== null) {
    const { block, leaf, what } = report.broken;
    return (
      <Callout tone="block">
        Block {block}
        {leaf === null ? "" : `, entry ${leaf}`}: {what}. Everything before it fits.
      </Callout>
    );
  }
  return (
    <Callout tone="pass">
      Verified {formatInstant(report.at, timeZone)}: {formatCount(report.leaves)} entries in{" "}
      {formatCount(report.blocks)} blocks fit their hashes. Among them is each decision of a run; the list
      beside names what people and the machine did, and Decisions the rest.
    </Callout>
  );
}
