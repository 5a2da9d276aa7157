"use client";
import { useMutation } from "@tanstack/react-query";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { formatCount } from "@/components/ui/format";
import { showToast } from "@/components/ui/toast";
import { asFailure } from "./as-failure";
import { useQueueCache } from "./use-queue-cache";
import { selectedNow } from "./use-selection";

type Decided = { name: string; word: string; untilMs: number };
/** `sent` ends with the server's answer: whoever takes a decision back before it is answered means this one. */
type DecidedAlone = Decided & { id: number; sent: Promise<unknown> | null };
type DecidedTogether = Decided & { id: null; batchId: string };
/** A decision of this visit that may still be taken back: of one message, or of all that were approved together. */
export type Undoable = DecidedAlone | DecidedTogether;

type Options = {
  select: (id: number) => void;
  /** back into the list */
  show: (id: number) => void;
  /** it cannot be undone a second time */
  forget: (last: Undoable) => void;
};

/** Takes a decision back, or all that were approved together as one. */
export function useUndo({ select, show, forget }: Options) {
  const trpc = useTRPC();
  const { refresh, refreshAll } = useQueueCache();
  const undoing = useMutation(trpc.review.undo.mutationOptions());
  const undoingBatch = useMutation(trpc.review.undoBatch.mutationOptions());

  const undoOne = async (last: DecidedAlone) => {
    const before = selectedNow();
    const isRefused = await last.sent?.then(
      () => false,
      () => true,
    );
    if (isRefused) return; // it was never decided, and that was said
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
  };

  const undoTogether = async (last: DecidedTogether) => {
    try {
      const { undone, onTheirWay } = await undoingBatch.mutateAsync({ batchId: last.batchId });
      const rest = onTheirWay === 0 ? "" : `; ${formatCount(onTheirWay)} on their way already`;
      showToast(`${formatCount(undone)} wait again${rest}`, { tone: "info" });
    } catch (error) {
      showToast(`${last.name} stay ${last.word}. ${refusalText(asFailure(error))}`, { tone: "block" });
    }
    await refreshAll();
  };

  return async (last: Undoable): Promise<void> => {
    forget(last);
    await (last.id === null ? undoTogether(last) : undoOne(last));
  };
}
