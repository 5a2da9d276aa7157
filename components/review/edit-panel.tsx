"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback } from "react";
import { useCompany } from "@/components/company";
import { checkTold } from "@/components/copy/check-told";
import { sameCopy } from "@/components/copy/copy-changes";
import { CopyEditor } from "@/components/copy/copy-editor";
import type { CopyDraft } from "@/components/copy/copy-types";
import { useLiveCheck } from "@/components/copy/use-live-check";
import { refusalText } from "@/components/refusal-words";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { formatHash } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Kbd } from "@/components/ui/kbd";
import { ReasonCode } from "@/components/ui/reason-code";
import { showToast } from "@/components/ui/toast";
import { MailView } from "./mail-view";
import type { HeldMessage } from "./review-types";
import { nameOf } from "./review-words";

type Props = {
  message: HeldMessage;
  /** the words that wait, before layout */
  before: CopyDraft;
  draft: CopyDraft;
  /** whoever edited may not approve */
  fourEyes: boolean;
  onDraft: (copy: CopyDraft) => void;
  /** leaves the edit; the draft is kept */
  onClose: () => void;
  /** the draft is stored now and may be forgotten */
  onSaved: () => void;
  /** approves the saved words: exactly those with this hash */
  onApprove: (creativeHash: string) => void;
};

/** Edits a held message: words, their changes, how it will look, and what the rules say, live. */
export function EditPanel(props: Props) {
  const { message, before, draft, onDraft, onClose } = props;
  const company = useCompany();
  const isChanged = !sameCopy(before, draft);
  const check = useLiveCheck(useCheck(message.id), draft, isChanged);
  const { current } = check;
  const saving = useSave(props);
  const maySave = isChanged && current?.canSave === true && !saving.isPending;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    const isSave = event.key === "Enter" && (event.metaKey || event.ctrlKey);
    if (isSave && maySave) void saving.save(!props.fourEyes);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat what the buttons inside do
    <div onKeyDown={onKeyDown} className="grid gap-4">
      <CopyEditor
        before={before}
        draft={draft}
        check={check}
        currency={message.currency ?? company.currency}
        onDraft={onDraft}
        preview={(mail) => <MailView message={message} preview={mail} />}
      />
      <EditActions
        {...props}
        {...saving}
        isChanged={isChanged}
        maySave={maySave}
        told={isChanged ? checkTold(current) : "Nothing is changed yet"}
      />
      <Hint>
        {props.fourEyes && "The policy has somebody else approve what you edit. "}
        An approval is bound to the content: now <ReasonCode>{formatHash(message.creativeHash)}</ReasonCode>
        {current?.creativeHash != null && (
          <>
            , then <ReasonCode>{formatHash(current.creativeHash)}</ReasonCode>
          </>
        )}
        .
      </Hint>
    </div>
  );
}

type ActionProps = Props &
  ReturnType<typeof useSave> & { isChanged: boolean; maySave: boolean; told: string };

/** Stays in view at the foot while the words scroll. */
function EditActions({ before, fourEyes, isChanged, maySave, isPending, problem, told, ...on }: ActionProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-3 grid gap-2 border-t bg-bg px-3 py-2.5 md:-mx-6 md:px-6">
      {problem !== null && (
        <Callout tone="block" role="alert">
          {problem}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {!fourEyes && (
          <Button variant="primary" disabled={!maySave} onClick={() => void on.save(true)}>
            Save and approve <Kbd onInk={maySave}>⌘↵</Kbd>
          </Button>
        )}
        <Button
          variant={fourEyes ? "primary" : "default"}
          disabled={!maySave}
          pending={isPending}
          onClick={() => void on.save(false)}
        >
          Save and keep waiting
        </Button>
        <Button variant="ghost" onClick={on.onClose}>
          {isChanged ? "Leave for later" : "Close"}
        </Button>
        {isChanged && (
          <Button variant="ghost" onClick={() => on.onDraft(before)}>
            Start over
          </Button>
        )}
        <span aria-live="polite" className="text-12 text-ink-3">
          {told}
        </span>
      </div>
    </div>
  );
}

function useCheck(id: number) {
  const { mutateAsync } = useMutation(useTRPC().review.check.mutationOptions());
  return useCallback((copy: CopyDraft) => mutateAsync({ id, copy }), [mutateAsync, id]);
}

function useSave({ message, draft, onSaved, onApprove }: Props) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const edit = useMutation(trpc.review.edit.mutationOptions());
  const save = async (thenApprove: boolean) => {
    const { id, creativeHash } = message;
    const saved = await edit.mutateAsync({ id, creativeHash, copy: draft }).catch(() => null);
    await queries.invalidateQueries(trpc.review.get.queryFilter({ id }));
    if (saved === null) return; // said below the form
    void queries.invalidateQueries(trpc.review.list.pathFilter());
    onSaved();
    if (thenApprove) onApprove(saved.creativeHash);
    else showToast(`Saved; ${nameOf(message)} waits with your words`);
  };
  return { save, isPending: edit.isPending, problem: edit.error === null ? null : refusalText(edit.error) };
}
