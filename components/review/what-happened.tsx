"use client";
import { useCompany } from "@/components/company";
import { Callout } from "@/components/ui/callout";
import { formatInstant } from "@/components/ui/format";
import { REJECT_REASONS } from "@/server/domain/review";
import type { HeldMessage } from "./review-types";
import { actorWords } from "./review-words";

/** What became of a message that waits no more. */
export function WhatHappened({ message, selfId }: { message: HeldMessage; selfId: number }) {
  const { timeZone } = useCompany();
  const { state, decidedBy, decidedByName, decidedAt, graceUntil, sendAt, reasonCode } = message;
  if (state === "held") return null;
  const who = `${actorWords(decidedBy, decidedByName, selfId)}, ${formatInstant(decidedAt, timeZone)}`;
  if (state === "expired")
    return (
      <Callout tone="neutral" className="mb-3">
        Nobody decided in time, so it is not sent. Closed {formatInstant(decidedAt, timeZone)}.
      </Callout>
    );
  if (state === "rejected")
    return (
      <Callout tone="block" className="mb-3">
        Rejected by {who}:{" "}
        {(REJECT_REASONS as Readonly<Record<string, string>>)[reasonCode ?? ""] ?? reasonCode}. It is not
        sent.
      </Callout>
    );
  const leavesMs = Math.max(sendAt.getTime(), graceUntil?.getTime() ?? 0);
  return (
    <Callout tone="pass" className="mb-3">
      Approved by {who}. Not sent before {formatInstant(leavesMs, timeZone)}, and checked again then.
    </Callout>
  );
}
