"use client";
import { useQuery } from "@tanstack/react-query";
import { Braces } from "lucide-react";
import { useState } from "react";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { CodeBlock } from "@/components/ui/code-block";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

type Props = { customerId: number; place: string };

/** One entry of the timeline as it is stored, on demand. */
export function RawEntry({ customerId, place }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger
        aria-label="Show the raw JSON"
        title="Raw JSON"
        className="-my-0.5 grid size-6 place-items-center rounded-sm text-ink-3 hover:bg-fill hover:text-ink [&_svg]:size-3.5"
      >
        <Braces aria-hidden />
      </DialogTrigger>
      <DialogContent title="Raw JSON" description="The row as it is stored. What is sealed is left out.">
        {open && <Row customerId={customerId} place={place} />}
      </DialogContent>
    </Dialog>
  );
}

function Row({ customerId, place }: Props) {
  const entry = useQuery(useTRPC().customer.entry.queryOptions({ id: customerId, place }));
  if (entry.error !== null)
    return (
      <ErrorState title="The row could not be loaded" onRetry={() => void entry.refetch()}>
        {refusalText(entry.error)}
      </ErrorState>
    );
  if (entry.data === undefined) return <Skeleton className="h-40" />;
  return <CodeBlock label="Raw JSON">{JSON.stringify(entry.data.row, null, 2)}</CodeBlock>;
}
