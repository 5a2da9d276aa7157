"use client";
import { type ReactNode, useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { CopyChanges, sameCopy } from "./copy-changes";
import { CopyFields } from "./copy-fields";
import type { CheckedCopy, CopyDraft } from "./copy-types";
import { EditChecks } from "./edit-checks";
import type { LiveCheck } from "./use-live-check";

type View = "write" | "changes" | "preview";
type Props = {
  /** the words that stand, before layout */
  before: CopyDraft;
  draft: CopyDraft;
  check: LiveCheck;
  currency: string;
  onDraft: (copy: CopyDraft) => void;
  preview: (mail: NonNullable<CheckedCopy["preview"]>) => ReactNode;
};

/** Words being edited: the fields, their changes, how they will look, and what the rules say, live. */
export function CopyEditor({ before, draft, check, currency, onDraft, preview }: Props) {
  const [view, setView] = useState<View>("write");
  const { current, latest, problem } = check;
  const mail = latest?.preview ?? null;
  return (
    <>
      <Segmented
        label="Edit"
        className="justify-self-start"
        value={view}
        onValueChange={setView}
        options={[
          { value: "write", label: "Write" },
          { value: "changes", label: "Changes" },
          { value: "preview", label: "Preview", disabled: mail === null },
        ]}
      />
      {view === "write" && <CopyFields copy={draft} problems={latest?.problems ?? []} onChange={onDraft} />}
      {view === "changes" && <CopyChanges before={before} after={draft} />}
      {view === "preview" && mail !== null && preview(mail)}
      {!sameCopy(before, draft) && (
        <EditChecks checked={latest} isCurrent={current !== null} problem={problem} currency={currency} />
      )}
    </>
  );
}
