"use client";
import { useState } from "react";
import { useCompany } from "@/components/company";
import type { CopyDraft } from "@/components/copy/copy-types";
import { usePageKeys } from "@/components/ui/page-keys";
import { useIsWide } from "@/components/ui/use-is-wide";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { RejectReason } from "@/server/domain/review";
import { usableWords } from "./alternatives";
import type { ApprovedTogether } from "./bulk-dialog";
import { COMMENT_FIELD } from "./comments";
import { REVIEW_KEYS } from "./review-keys";
import type { Desk, HeldMessage, QueueFilter, QueueRow } from "./review-types";
import { nameOf } from "./review-words";
import { useAssign } from "./use-assign";
import { useDecisions } from "./use-decisions";
import { useDrafts } from "./use-drafts";
import { useOpenMessage } from "./use-open-message";
import { useOpenPlace } from "./use-open-place";
import { selectedNow, useSelection } from "./use-selection";
import { useTimeInView } from "./use-time-in-view";
import type { Undoable } from "./use-undo";

type Options = {
  desk: Desk;
  filter: QueueFilter;
  listed: readonly QueueRow[];
  first: { message: HeldMessage | null; atMs: number; isPhone: boolean };
};
/** The message whose rejection is asked for: it must not fall on another that has come into view. */
export type Asking = { id: number } | null;
/** Messages made ready behind the one in view. */
const AHEAD = 2;

/** Everything that happens at the desk: which message is open, what is done with it, by press or by key. */
export function useDesk({ desk, filter, listed, first }: Options) {
  const { timeZone } = useCompany();
  const { chosen, select } = useSelection();
  const decisions = useDecisions({ timeZone, listed, select });
  const drafts = useDrafts();
  const [asking, setAsking] = useState<Asking>(null);

  const { hidden } = decisions;
  const rows = filter.tab === "decided" ? listed : listed.filter(({ id }) => !hidden.has(id));
  const { place, next: following, leave, ...at } = useOpenPlace(JSON.stringify(filter), rows, chosen);
  // a phone shows the list until somebody chooses, and nothing behind it
  const openId = useIsWide(!first.isPhone) || chosen !== null ? at.openId : null;
  const ahead = rows.slice(following, following + AHEAD).map(({ id }) => id);
  const around =
    openId === null ? [] : [rows[place - 1]?.id, openId, ...ahead].filter((id) => typeof id === "number");
  const { opened, ready } = useOpenMessage({ id: openId, first, around });
  const message = opened.data;

  const move = (step: number) => {
    const next = rows[step > 0 ? following : place - 1];
    if (next !== undefined) select(next.id);
  };
  const act = useMessageActions({ message, desk, drafts, decisions, goOn: () => goOn(), setAsking });
  /** after a decision: to the message that takes the place of this one */
  const goOn = () => {
    const next = rows[following] ?? rows[place - 1];
    if (next === undefined) leave();
    select(next?.id ?? null);
  };

  /** what was open is among them: on to what still waits, unless the reviewer has gone on already */
  const onTogether = async (done: ApprovedTogether) => {
    const before = selectedNow();
    await decisions.approvedTogether(done);
    if (selectedNow() !== before) return;
    leave();
    select(null);
  };

  const words = message === undefined || !desk.mayDecide ? [] : usableWords(message);
  usePageKeys(REVIEW_KEYS);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    // of the messages that are drawn, the one in view takes the focus
    c: () => {
      for (const field of document.getElementsByName(COMMENT_FIELD)) field.focus();
    },
    ...(desk.mayDecide ? act.keys : {}),
    ...Object.fromEntries(words.slice(0, 9).map(({ copy }, i) => [String(i + 1), () => act.onDraft(copy)])),
  });

  return {
    rows,
    chosen,
    openId,
    select,
    opened,
    message,
    ready,
    draftOf: drafts.openFor,
    asking,
    setAsking,
    act,
    decisions,
    onTogether,
    words,
  };
}

type ActOptions = {
  message: HeldMessage | undefined;
  desk: Desk;
  drafts: ReturnType<typeof useDrafts>;
  decisions: ReturnType<typeof useDecisions>;
  goOn: () => void;
  setAsking: (what: Asking) => void;
};

function useMessageActions({ message, desk, drafts, decisions, goOn, setAsking }: ActOptions) {
  const assign = useAssign(desk);
  // what was just decided stays in view until the next message comes: it is decided once
  const isHeld = message?.state === "held" && !decisions.hidden.has(message.id);
  const readMs = useTimeInView(isHeld ? `${message.id} ${message.creativeHash}` : null);
  const held = (what: (message: HeldMessage) => void) => () => {
    if (message !== undefined && isHeld) what(message);
  };
  const decide = (what: (message: HeldMessage) => Promise<void>) =>
    held((one) => {
      void what(one);
      drafts.forget(one.id);
      goOn();
    });
  const approve = (creativeHash: string) =>
    decide((one) => decisions.approve({ ...subjectOf(one), creativeHash }, readMs()))();

  const on = {
    onApprove: approve,
    onReject: held(({ id }) => setAsking({ id })),
    rejectFor: (answer: { reasonCode: RejectReason; note: string }) => {
      setAsking(null);
      decide((one) => decisions.reject(subjectOf(one), answer, readMs()))();
    },
    onEdit: held(({ id, creative }) => {
      if (drafts.openFor(id) !== null) drafts.leave();
      else if (creative.copy !== null) drafts.begin(id, creative.copy);
    }),
    onDraft: (copy: CopyDraft) => held(({ id }) => drafts.put(id, copy))(),
    onClose: drafts.leave,
    onSaved: () => message !== undefined && drafts.forget(message.id),
    onAssign: (assignee: number | null) => held((one) => assign(one, assignee))(),
    onUndo: () => {
      const last = undoableNow(message, decisions.undoable);
      if (last !== null) void decisions.undo(last);
    },
  };
  const keys = {
    a: held((one) => {
      if (drafts.openFor(one.id) === null && one.preview.ok) approve(one.creativeHash);
    }),
    e: on.onEdit,
    r: on.onReject,
    u: on.onUndo,
    m: held((one) => assign(one, one.assignee === desk.selfId ? null : desk.selfId)),
  };
  return { ...on, keys };
}

const subjectOf = (message: HeldMessage) => ({
  id: message.id,
  name: nameOf(message),
  creativeHash: message.creativeHash,
  sendAt: message.sendAt,
});

/** What undo means here: the decided message in view, else one's own last decision; null where the time is over. */
export function undoableNow(message: HeldMessage | undefined, mine: readonly Undoable[]): Undoable | null {
  const now = Date.now();
  const untilMs = message?.graceUntil?.getTime() ?? 0;
  if (message !== undefined && message.state !== "held" && untilMs > now)
    return { id: message.id, name: nameOf(message), word: message.state, untilMs, sent: null };
  return mine.findLast((one) => one.untilMs > now) ?? null;
}
