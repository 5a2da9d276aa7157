"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useCompany } from "@/components/company";
import type { CopyDraft } from "@/components/copy/copy-types";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { whenPageLoaded } from "@/components/ui/when-page-loaded";
import { Alternatives } from "./alternatives";
import { BulkApprove } from "./bulk-approve";
import type { ApprovedTogether } from "./bulk-dialog";
import { Comments } from "./comments";
import { HeldReasons } from "./held-reasons";
import { MailView } from "./mail-view";
import { MessageHead } from "./message-head";
import { RecentPast } from "./recent-past";
import type { Desk, HeldMessage } from "./review-types";
import { WhatHappened } from "./what-happened";
import { WhyThis } from "./why-this";

/** Not needed to read a message. Fetched once the page is there, so that its key does not wait. */
const loadEditPanel = () => import("./edit-panel");
const EditPanel = dynamic(() => loadEditPanel().then((part) => part.EditPanel), {
  ssr: false,
  loading: () => (
    <Loading>
      <Skeleton className="h-96" />
    </Loading>
  ),
});

export type MessageActions = {
  onApprove: (creativeHash: string) => void;
  onReject: () => void;
  onUndo: () => void;
  onAssign: (assignee: number | null) => void;
  onBack: () => void;
  /** opens the edit, or leaves it */
  onEdit: () => void;
  /** puts these words into the edit and opens it */
  onDraft: (copy: CopyDraft) => void;
  onClose: () => void;
  /** the draft is stored and waits now */
  onSaved: () => void;
  onTogether: (done: ApprovedTogether) => void;
};

type Props = MessageActions & {
  message: HeldMessage;
  desk: Desk;
  nowMs: number;
  /** the edit that is open; null: none */
  draft: CopyDraft | null;
};

/** One message with everything that a person needs to decide about it. */
export function MessageDesk({ message, desk, nowMs, draft, ...on }: Props) {
  const company = useCompany();
  useEffect(() => {
    void whenPageLoaded().then(loadEditPanel);
  }, []);
  const { copy } = message.creative;
  const mayEdit = desk.mayDecide && message.state === "held" && copy !== null;
  const isTalkedAbout = message.comments.length > 0;
  const talk = (
    <>
      {!isTalkedAbout && <hr className="border-line" />}
      <Comments key={message.id} message={message} selfId={desk.selfId} nowMs={nowMs} />
      {isTalkedAbout && <hr className="border-line" />}
    </>
  );
  return (
    <>
      <MessageHead
        message={message}
        desk={desk}
        nowMs={nowMs}
        isEditing={draft !== null}
        {...on}
        onApprove={() => on.onApprove(message.creativeHash)}
      />
      <HeldReasons message={message} currency={message.currency ?? company.currency} />
      <div className="grid flex-1 lg:grid-cols-[minmax(0,1fr)_336px]">
        <div className="min-w-0 px-3 py-3.5 md:px-6 md:py-4">
          <WhatHappened message={message} selfId={desk.selfId} />
          {mayEdit && draft === null && <BulkApprove message={message} onDone={on.onTogether} />}
          {mayEdit && draft !== null ? (
            <EditPanel
              key={message.id}
              message={message}
              before={copy}
              draft={draft}
              fourEyes={desk.fourEyes}
              onDraft={on.onDraft}
              onClose={on.onClose}
              onSaved={on.onSaved}
              onApprove={on.onApprove}
            />
          ) : (
            <MailView key={message.creativeHash} message={message} />
          )}
          <Alternatives message={message} offers={desk.offers} onUse={mayEdit ? on.onDraft : null} />
        </div>
        <aside className="grid content-start gap-5 border-t bg-surface px-3 py-4 md:px-5 lg:border-t-0 lg:border-l">
          {isTalkedAbout && talk}
          <RecentPast message={message} />
          <hr className="border-line" />
          <WhyThis message={message} offers={desk.offers} />
          {!isTalkedAbout && talk}
        </aside>
      </div>
    </>
  );
}
