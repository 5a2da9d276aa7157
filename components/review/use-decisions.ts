"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { httpStatusOf, refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { formatInstant } from "@/components/ui/format";
import { dismissToast, showToast } from "@/components/ui/toast";
import type { RejectReason } from "@/server/domain/review";
import { HOUR_MS } from "@/server/domain/time";
import type { Counts } from "./review-types";
import { selectedNow } from "./use-selection";

/** What a decision is about: exactly the content that was shown. */
export type Subject = { id: number; name: string; creativeHash: string; sendAt: Date };
/** A decision of this visit that may still be taken back. */
export type Undoable = { id: number; name: string; word: string; untilMs: number };

type Options = { timeZone: string; select: (id: number) => void; onChanged: () => void };
const TOAST_MS = 12_000;

/**
 * Approve, reject and undo. A decided message leaves the list at once; when the server says no, it comes back and the
 * reason is said, and nothing else of the list is touched.
 */
export function useDecisions({ timeZone, select, onChanged }: Options) {
  const trpc = useTRPC();
  const { refresh, count, markStale } = useQueueCache();
  const { hidden, hide, show } = useHidden();
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  const toast = useRef<string | number | null>(null);
  const approval = useMutation(trpc.review.approve.mutationOptions());
  const rejection = useMutation(trpc.review.reject.mutationOptions());
  const undoing = useMutation(trpc.review.undo.mutationOptions());

  const undo = async (last: Undoable) => {
    setUndoable((all) => all.filter(({ id }) => id !== last.id));
    const before = selectedNow();
    try {
      await undoing.mutateAsync({ id: last.id });
      show(last.id);
      showToast(`${last.name} waits again`, {
        tone: "info",
        action: { label: "Open", onAct: () => select(last.id) },
      });
      if (selectedNow() === before) select(last.id); // who has gone on meanwhile is not called back
    } catch (error) {
      showToast(`${last.name} stays ${last.word}. ${refusalText(asFailure(error))}`, { tone: "block" });
    }
    await refresh(last.id);
    onChanged();
  };

  const settle = async (subject: Subject, word: string, send: () => Promise<{ graceUntil: Date }>) => {
    const { id, name, sendAt } = subject;
    hide(id);
    count(1);
    if (toast.current !== null) dismissToast(toast.current);
    try {
      const { graceUntil } = await send();
      const done = { id, name, word, untilMs: graceUntil.getTime() };
      const graceMs = done.untilMs - Date.now();
      if (graceMs > 0) setUndoable((all) => [...all, done]);
      const leaves =
        word === "approved" ? `, leaves ${leavesAt(sendAt, graceUntil, timeZone)}` : ", is not sent";
      toast.current = showToast(`${name} ${word}${leaves}`, {
        durationMs: Math.min(TOAST_MS, Math.max(4_000, graceMs)),
        ...(graceMs > 0 ? { action: { label: "Undo", shortcut: "u", onAct: () => void undo(done) } } : {}),
      });
      markStale(id);
    } catch (error) {
      show(id);
      count(-1);
      sayRefused(subject, word, asFailure(error), select);
      await refresh(id);
    }
    onChanged();
  };

  return {
    hidden,
    /** the newest last; their time may be over */
    undoable,
    undo,
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

/** What the answers kept in the browser have to follow. */
function useQueueCache() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { list, get, counts } = trpc.review;
  return {
    refresh: (id: number) =>
      Promise.all([
        queries.invalidateQueries(get.queryFilter({ id })),
        queries.invalidateQueries(list.pathFilter()),
        queries.invalidateQueries(counts.pathFilter()),
      ]),
    /** the list in view stays as it is; the other tabs are asked for anew when they are opened */
    markStale: (id: number) => {
      void queries.invalidateQueries(get.queryFilter({ id }));
      void queries.invalidateQueries(counts.pathFilter());
      void queries.invalidateQueries({ ...list.pathFilter(), refetchType: "none" });
    },
    count: (step: number) =>
      queries.setQueryData<Counts>(counts.queryKey({}), (old) => old && counted(old, step)),
  };
}

/** Messages that were decided here and have not come back. */
function useHidden() {
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const hide = useCallback((id: number) => setHidden((old) => new Set(old).add(id)), []);
  const show = useCallback(
    (id: number) => setHidden((old) => new Set([...old].filter((one) => one !== id))),
    [],
  );
  return { hidden, hide, show };
}

const counted = (counts: Counts, step: number): Counts => ({
  ...counts,
  held: Math.max(0, counts.held - step),
  decidedToday: Math.max(0, counts.decidedToday + step),
  mineToday: Math.max(0, counts.mineToday + step),
});

function leavesAt(sendAt: Date, graceUntil: Date, timeZone: string): string {
  const at = Math.max(sendAt.getTime(), graceUntil.getTime());
  const isSoon = at - Date.now() < 12 * HOUR_MS;
  return isSoon ? `at ${formatInstant(at, timeZone, "time")}` : formatInstant(at, timeZone);
}

type Failure = Parameters<typeof refusalText>[0];

/** A refused call rejects with tRPC's error; whatever else is thrown had no answer. */
const asFailure = (error: unknown): Failure => (error instanceof Error ? error : { message: String(error) });

function sayRefused({ id, name }: Subject, word: string, error: Failure, select: (id: number) => void): void {
  const look = httpStatusOf(error) === 409 ? "See what happened" : "Go back to it";
  showToast(`${name} was not ${word}. ${refusalText(error)}`, {
    tone: "block",
    durationMs: 20_000,
    action: { label: look, onAct: () => select(id) },
  });
}
