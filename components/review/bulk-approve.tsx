"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { inSentence } from "@/components/in-sentence";
import { reasonWords } from "@/components/reason-words";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { formatCount } from "@/components/ui/format";
import type { ApprovedTogether, AskedGroup } from "./bulk-dialog";
import type { HeldMessage } from "./review-types";

const BulkDialog = dynamic(() => import("./bulk-dialog").then((part) => part.BulkDialog), { ssr: false });

type Props = { message: HeldMessage; onDone: (done: ApprovedTogether) => void };

/** Approves together what has exactly this content, or what waits for the same single reason, after showing what is in it. */
export function BulkApprove({ message, onDone }: Props) {
  const { sameContent, sameReason, creativeHash, reasons } = message;
  const sole = reasons.length === 1 ? (reasons[0]?.code ?? null) : null;
  const isSameReason = sole !== null && sameReason > Math.max(1, sameContent);
  if (sameContent < 2 && !isSameReason) return null;
  return (
    <Callout tone="info" className="mb-3">
      <div className="grid gap-2">
        {sameContent >= 2 && (
          <Offer
            text={`${formatCount(sameContent)} messages wait with exactly this content.`}
            title={`Approve ${formatCount(sameContent)} messages with the same content`}
            count={sameContent}
            asked={{ creativeHash }}
            onDone={onDone}
          />
        )}
        {isSameReason && (
          <Offer
            text={`${formatCount(sameReason)} wait for this reason alone: ${inSentence(reasonWords(sole))}.`}
            title={`Approve what waits for one reason: ${inSentence(reasonWords(sole))}`}
            count={sameReason}
            asked={{ onlyReason: sole }}
            onDone={onDone}
          />
        )}
      </div>
    </Callout>
  );
}

type OfferProps = {
  text: string;
  title: string;
  count: number;
  asked: AskedGroup;
  onDone: (done: ApprovedTogether) => void;
};

function Offer({ text, title, count, asked, onDone }: OfferProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <span>{text}</span>
      <Button size="sm" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        {count === 2 ? "Look at both" : `Look at all ${formatCount(count)}`}
      </Button>
      {open && (
        <BulkDialog
          title={title}
          asked={asked}
          onClose={() => setOpen(false)}
          onDone={(done) => {
            setOpen(false);
            onDone(done);
          }}
        />
      )}
    </div>
  );
}
