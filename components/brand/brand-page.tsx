"use client";
import { type FormEvent, type ReactNode, useState } from "react";
import { fieldName } from "@/components/brand-field-name";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format";
import { Input } from "@/components/ui/input";
import { Grid, Page, Stack } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import type { Brand } from "@/server/domain/settings/brand";
import { diff } from "@/server/domain/settings/diff";
import type { BrandDraft, SetField } from "./brand-types";
import { ColourFields } from "./colour-fields";
import { DraftChanges } from "./draft-changes";
import { PhraseFields, RuleFields } from "./phrase-fields";
import { TryCopy } from "./try-copy";
import { useBrandDraft } from "./use-brand-draft";
import { VoiceFields } from "./voice-fields";

type Props = {
  version: number;
  published: Brand;
  draft: BrandDraft | null;
  /** the draft's guide, else the published one */
  guide: Brand;
  offers: readonly { id: string; title: string }[];
  /** why this person may only look, or null */
  locked: string | null;
  versions: ReactNode;
};

/** The brand guide: how the company speaks and looks, written as a draft, tried on copy, then published. */
export function BrandPage({ version, published, draft, guide: begun, offers, locked, versions }: Props) {
  const [guide, setGuide] = useState(begun);
  const set: SetField = (name, value) => setGuide((before) => ({ ...before, [name]: value }));
  const work = useBrandDraft({ version, revision: draft?.revision ?? 0 });
  const editor = { guide, set, complaints: work.complaints, disabled: locked !== null };
  return (
    <Page>
      <PageHead
        title="Brand"
        lead="How the company speaks and looks. Each piece names the version that it was written under."
        badges={
          <>
            <Badge tone="plain">Version {version} in force</Badge>
            {draft !== null && <Badge tone="hold">Draft</Badge>}
          </>
        }
      />
      {locked !== null && (
        <Callout tone="info" className="mb-4">
          {locked}
        </Callout>
      )}
      {draft !== null && <DraftNote draft={draft} version={version} />}
      <Grid>
        <Stack className="lg:col-span-8">
          <VoiceFields {...editor} />
          <RuleFields {...editor} />
          <PhraseFields {...editor} />
          <ColourFields {...editor} />
          {locked === null && <Publish guide={guide} published={published} version={version} work={work} />}
        </Stack>
        <Stack className="lg:col-span-4">
          <TryCopy guide={guide} offers={offers} />
          {versions}
        </Stack>
      </Grid>
    </Page>
  );
}

function DraftNote({ draft, version }: { draft: BrandDraft; version: number }) {
  const { timeZone } = useCompany();
  return (
    <Callout tone="hold" className="mb-4">
      This is a draft, saved by {draft.author} on {formatInstant(draft.savedAt, timeZone)}. Customers get
      version {version} until it is published.
      {draft.basedOn !== version && ` It was begun on version ${draft.basedOn}: look at what changed since.`}
    </Callout>
  );
}

type PublishProps = {
  guide: Brand;
  published: Brand;
  version: number;
  work: ReturnType<typeof useBrandDraft>;
};

function Publish({ guide, published, version, work }: PublishProps) {
  const [note, setNote] = useState("");
  const changes = diff(published, guide);
  // what is wrong with the note stands at the note
  const complaints = [...work.complaints].filter(([path]) => path !== "note");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    work.publish(guide, note);
  };
  return (
    <Card>
      <CardBody className="pt-4">
        <form onSubmit={submit} className="grid gap-3">
          <DraftChanges changes={changes} version={version} />
          {changes.length > 0 && (
            <Callout tone="info">
              Once published, the words of every campaign are written anew under version {version + 1} before
              its next run. Words that a person wrote stay, as long as no rule minds them.
            </Callout>
          )}
          {complaints.length > 0 && (
            <Callout tone="block" role="alert">
              Nothing was published.{" "}
              {complaints.map(([path, text]) => `${fieldName(path) || "The guide"}: ${text}`).join("; ")}
            </Callout>
          )}
          <Field
            label="What changes and why"
            help="Needed to publish. Stands in the history and in the audit."
            error={work.complaints.get("note")}
          >
            <Input value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              variant="primary"
              disabled={changes.length === 0 && version > 0}
              pending={work.isPublishing}
            >
              Publish version {version + 1}
            </Button>
            <Button pending={work.isSaving} onClick={() => work.save(guide)}>
              Save draft
            </Button>
            {work.hasDraft && (
              <Button variant="danger" pending={work.isDiscarding} onClick={work.discard}>
                Discard draft
              </Button>
            )}
          </div>
        </form>
      </CardBody>
    </Card>
  );
}
