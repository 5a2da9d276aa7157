"use client";
import { useMutation } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { httpStatusOf, refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { formatCount, formatInstant } from "@/components/ui/format";
import { dismissToast, showToast } from "@/components/ui/toast";
import type { RejectReason } from "@/server/domain/review";
import { HOUR_MS } from "@/server/domain/time";
import { asFailure, type Failure } from "./as-failure";
import type { ApprovedTogether } from "./bulk-dialog";
import { useHidden } from "./use-hidden";
import { useQueueCache } from "./use-queue-cache";
import { type Undoable, useUndo } from "./use-undo";

/** What a decision is about: exactly the content that was shown. */
export type Subject = { id: number; name: string; creativeHash: string; sendAt: Date };
type Options = {
  timeZone: string;
  listed: readonly { id: number }[];
  select: (id: number) => void;
};
const TOAST_MS = 12_000;

/**
 * Approve, reject and undo. A decided message leaves the list at once; when the server says no, it comes back and the
 * reason is said, and nothing else of the list is touched.
 */
export function useDecisions({ timeZone, listed, select }: Options) {
  const trpc = useTRPC();
  const { refresh, refreshAll, count, markStale } = useQueueCache();
  const { hidden, hide, show } = useHidden(listed);
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  const toast = useRef<string | null>(null);
  const approval = useMutation(trpc.review.approve.mutationOptions());
  const rejection = useMutation(trpc.review.reject.mutationOptions());
  const undo = useUndo({
    select,
    show,
    forget: (gone) => setUndoable((all) => all.filter((one) => one !== gone && !isSameOne(one, gone))),
  });

  /** Ends when the list is without them. */
  const approvedTogether = ({ batchId, approved, graceUntil }: ApprovedTogether): Promise<void> => {
    const done = {
      id: null,
      batchId,
      name: `${formatCount(approved)} messages`,
      word: "approved",
      untilMs: graceUntil.getTime(),
    };
    setUndoable((all) => [...all, done]);
    sayDone(toast, `${done.name} approved`, done.untilMs, () => void undo(done));
    return refreshAll();
  };

  const settle = async (subject: Subject, word: string, send: () => Promise<{ graceUntil: Date }>) => {
    const { id, name, sendAt } = subject;
    hide(id);
    count(1);
    if (toast.current !== null) dismissToast(toast.current);
    const sent = send();
    const asked = { id, name, word, untilMs: Number.POSITIVE_INFINITY, sent };
    setUndoable((all) => [...all, asked]);
    try {
      const { graceUntil } = await sent;
      const done = { ...asked, untilMs: graceUntil.getTime(), sent: null };
      setUndoable((all) => all.map((one) => (one === asked ? done : one)));
      const leaves =
        word === "approved" ? `, leaves ${leavesAt(sendAt, graceUntil, timeZone)}` : ", is not sent";
      sayDone(toast, `${name} ${word}${leaves}`, done.untilMs, () => void undo(done));
      markStale(id);
    } catch (error) {
      setUndoable((all) => all.filter((one) => one !== asked));
      show(id);
      count(-1);
      sayRefused(subject, word, asFailure(error), select);
      await refresh(id);
    }
  };

  return {
    hidden,
    /** the newest last; their time may be over */
    undoable,
    undo,
    approvedTogether,
    approve: (subject: Subject, ms: number) =>
      settle(subject, "approved", () =>
        approval.mutateAsync({ id: subject.id, creativeHash: subject.creativeHash, ms }),
      ),
    reject: (subject: Subject, answer: { reasonCode: RejectReason; note: string }, ms: number) =>
      settle(subject, "rejected", () =>
        rejection.mutateAsync({ id: subject.id, creativeHash: subject.creativeHash, ...answer, ms }),
      ),
  };
}

const isSameOne = (a: Undoable, b: Undoable): boolean => a.id !== null && a.id === b.id;

function leavesAt(sendAt: Date, graceUntil: Date, timeZone: string): string {
  const at = Math.max(sendAt.getTime(), graceUntil.getTime());
  const isSoon = at - Date.now() < 12 * HOUR_MS;
  return isSoon ? `at ${formatInstant(at, timeZone, "time")}` : formatInstant(at, timeZone);
}

/** Says what was done, with its undo for as long as that works; what was said before goes away. */
function sayDone(toast: RefObject<string | null>, text: string, untilMs: number, onUndo: () => void): void {
  if (toast.current !== null) dismissToast(toast.current);
  const graceMs = untilMs - Date.now();
  toast.current = showToast(text, {
    durationMs: Math.min(TOAST_MS, Math.max(4_000, graceMs)),
    ...(graceMs > 0 ? { action: { label: "Undo", shortcut: "u", onAct: onUndo } } : {}),
  });
}

function sayRefused({ id, name }: Subject, word: string, error: Failure, select: (id: number) => void): void {
  const look = httpStatusOf(error) === 409 ? "See what happened" : "Go back to it";
  showToast(`${name} was not ${word}. ${refusalText(error)}`, {
    tone: "block",
    durationMs: 20_000,
    action: { label: look, onAct: () => select(id) },
  });
}
