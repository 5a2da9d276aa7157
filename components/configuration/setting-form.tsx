"use client";
import { type FormEvent, useState } from "react";
import { complaintsIn } from "@/components/complaints";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { usePublishSetting } from "@/components/use-publish-setting";
import { diff } from "@/server/domain/settings/diff";
import type { Document } from "./document-path";
import { GOALS_TITLE, GoalsEditor, type SegmentorInfo } from "./goals-editor";
import { OFFERS_TITLE, OffersEditor } from "./offers-editor";
import { PublishBar } from "./publish-bar";
import { SettingControl } from "./setting-control";
import { type EditedKind, SETTING_GROUPS } from "./setting-fields";
import { groupId, SettingIndex } from "./setting-index";

type Props = {
  kind: EditedKind;
  version: number;
  body: Document;
  segmentors: readonly SegmentorInfo[];
  /** why this person may only look, or null */
  locked: string | null;
};

/** One versioned document as a form. Publishing makes the next version; runs that begin later are made under it. */
export function SettingForm({ kind, version, body, segmentors, locked }: Props) {
  const [draft, setDraft] = useState<Document>(body);
  const [note, setNote] = useState("");
  const { publish, pending, error } = usePublishSetting(
    kind,
    (published) => `Version ${published} is published`,
  );
  const complaints = complaintsIn(error);
  const disabled = locked !== null;
  const offers = Array.isArray(draft.offers) ? (draft.offers as Document[]) : [];
  const titles = titlesOf(kind);
  const isLong = titles.length > 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ expectedVersion: version, body: draft, note });
  };
  return (
    <form onSubmit={submit} className={cn("grid gap-4", isLong && "lg:grid-cols-[9.5rem_minmax(0,1fr)]")}>
      {isLong && <SettingIndex titles={titles} />}
      <div className="grid min-w-0 gap-4">
        {locked && <Callout tone="info">{locked}</Callout>}
        <Groups kind={kind} draft={draft} onChange={setDraft} complaints={complaints} disabled={disabled} />
        {kind === "configuration" && (
          <>
            <GoalsEditor document={draft} segmentors={segmentors} onChange={setDraft} disabled={disabled} />
            <OffersEditor
              offers={offers}
              disabled={disabled}
              onChange={(next) => setDraft({ ...draft, offers: next })}
            />
          </>
        )}
        {!disabled && (
          <PublishBar
            kind={kind}
            version={version}
            changes={diff(body, draft).length}
            note={note}
            onNote={setNote}
            pending={pending}
            complaints={complaints}
          />
        )}
      </div>
    </form>
  );
}

const titlesOf = (kind: EditedKind): string[] => [
  ...SETTING_GROUPS[kind].map(({ title }) => title),
  ...(kind === "configuration" ? [GOALS_TITLE, OFFERS_TITLE] : []),
];

type GroupsProps = {
  kind: EditedKind;
  draft: Document;
  onChange: (document: Document) => void;
  complaints: ReadonlyMap<string, string>;
  disabled: boolean;
};

function Groups({ kind, draft, onChange, complaints, disabled }: GroupsProps) {
  return SETTING_GROUPS[kind].map((group) => (
    <Card key={group.title} id={groupId(group.title)} className="scroll-mt-16">
      <CardHeader title={group.title} sub={group.sub} />
      <CardBody className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {group.fields.map((field) => (
          <SettingControl
            key={field.path}
            field={field}
            document={draft}
            onChange={onChange}
            error={complaints.get(field.path)}
            disabled={disabled}
          />
        ))}
      </CardBody>
    </Card>
  ));
}
