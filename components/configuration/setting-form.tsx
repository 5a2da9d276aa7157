"use client";
import { type FormEvent, useState } from "react";
import { complaintsIn } from "@/components/complaints";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { usePublishSetting } from "@/components/use-publish-setting";
import type { Document } from "./document-path";
import { GoalsEditor, type SegmentorInfo } from "./goals-editor";
import { OffersEditor } from "./offers-editor";
import { SettingControl } from "./setting-control";
import { type EditedKind, SETTING_GROUPS } from "./setting-fields";

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ expectedVersion: version, body: draft, note });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {locked && <Callout tone="info">{locked}</Callout>}
      {SETTING_GROUPS[kind].map((group) => (
        <Card key={group.title}>
          <CardHeader title={group.title} sub={group.sub} />
          <CardBody className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {group.fields.map((field) => (
              <SettingControl
                key={field.path}
                field={field}
                document={draft}
                onChange={setDraft}
                error={complaints.get(field.path)}
                disabled={disabled}
              />
            ))}
          </CardBody>
        </Card>
      ))}
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
        <Card>
          <CardBody className="grid gap-3">
            <Complaints complaints={complaints} />
            <Field
              label="What changes and why"
              help="Stands in the history and in the audit."
              error={complaints.get("note")}
            >
              <Input value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
            </Field>
            <div>
              <Button type="submit" variant="primary" pending={pending}>
                Publish version {version + 1}
              </Button>
            </div>
          </CardBody>
        </Card>
      )}
    </form>
  );
}

function Complaints({ complaints }: { complaints: ReadonlyMap<string, string> }) {
  if (complaints.size === 0) return null;
  return (
    <Callout tone="block" role="alert">
      <p>Nothing was published:</p>
      <ul>
        {[...complaints].map(([path, message]) => (
          <li key={path}>{path === "" ? message : `${path}: ${message}`}</li>
        ))}
      </ul>
    </Callout>
  );
}
