"use client";
import { useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Stack } from "@/components/ui/page";
import { Select } from "@/components/ui/select";
import { useUrlParams } from "@/components/ui/use-url-params";
import { IMPORT_KINDS, type ImportKind, importKindOf, KIND_WORDS } from "./import-words";
import { PrepareImport } from "./prepare-import";
import { type Uploaded, UploadField } from "./upload-field";

/** From a file to an import: what it holds, the upload, how it is read, and the start. */
export function NewImport({ kind }: { kind: ImportKind }) {
  const { set } = useUrlParams();
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  return (
    <Stack>
      <Card>
        <CardHeader title="The file" sub="CSV with a header in its first row." />
        <CardBody className="grid items-start gap-4 lg:grid-cols-2">
          <Field label="What it holds" help={KIND_WORDS[kind].holds}>
            <Select
              value={kind}
              options={IMPORT_KINDS.map((value) => ({ value, label: KIND_WORDS[value].title }))}
              onChange={({ target }) => set({ kind: importKindOf(target.value) ?? kind })}
            />
          </Field>
          <UploadField onUploaded={setUploaded} />
        </CardBody>
      </Card>
      {uploaded !== null && (
        <PrepareImport key={`${kind}-${uploaded.upload}`} kind={kind} uploaded={uploaded} />
      )}
    </Stack>
  );
}
