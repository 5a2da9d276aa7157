"use client";
import { useQuery } from "@tanstack/react-query";
import { useCompany } from "@/components/company";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { DescriptionList } from "@/components/ui/description-list";
import { ErrorState } from "@/components/ui/error-state";
import { formatBytes, formatHash, formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { ReasonCode } from "@/components/ui/reason-code";
import { Skeleton } from "@/components/ui/skeleton";

/** The exact bytes that left, on demand. */
export function SentBytes({ id }: { id: string }) {
  const { timeZone } = useCompany();
  const bytes = useQuery({
    ...useTRPC().decision.sentBytes.queryOptions({ id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (bytes.error !== null)
    return (
      <ErrorState title="The bytes could not be loaded" onRetry={() => void bytes.refetch()}>
        {refusalText(bytes.error)}
      </ErrorState>
    );
  if (bytes.data === undefined) return <Skeleton className="h-60" />;
  const { mail } = bytes.data;
  if (mail === null)
    return (
      <Hint>
        None are kept here: nothing has left yet, or a mail server outside the sandbox took it. Of those the
        hash of the rendering is kept.
      </Hint>
    );
  return (
    <div className="grid gap-2">
      <CodeBlock label="The bytes that left">{mail.text}</CodeBlock>
      <DescriptionList
        pairs={[
          { term: "Taken by the sandbox", value: formatInstant(mail.receivedAt, timeZone) },
          { term: "Size", value: formatBytes(mail.size) },
          { term: "Hash of the bytes", value: <ReasonCode>sha256 {formatHash(mail.sha256)}</ReasonCode> },
        ]}
      />
      <div>
        <CopyButton text={mail.text} label="Copy the bytes" />
      </div>
    </div>
  );
}
