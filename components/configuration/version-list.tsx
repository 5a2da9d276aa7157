"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";
import type { SettingKind } from "@/server/domain/settings";

type Versions = Answer["settings"]["versions"];
type Props = { kind: SettingKind; versions: Versions };

/** Who published which version, when and why, and the way to compare any two. */
export function VersionList({ kind, versions }: Props) {
  const { timeZone } = useCompany();
  const { rows } = versions;
  return (
    <Card>
      <CardHeader
        title="Versions"
        sub={
          kind === "targets"
            ? "Figures of any days are held against the newest."
            : "Every decision names the version it was made under."
        }
      />
      {rows.length === 0 ? (
        <CardBody>
          <Hint>Nothing was published yet: the built-in version 0 holds.</Hint>
        </CardBody>
      ) : (
        <CardBody flush>
          <Section className="pt-1">
            <ol className="grid gap-3">
              {rows.map(({ version, authorName, note, publishedAt }) => (
                <li key={version}>
                  <b className="font-medium">Version {version}</b>
                  <p className="text-ink-2">{note}</p>
                  <p className="text-12 text-ink-3">
                    {authorName}, {formatInstant(publishedAt, timeZone)}
                  </p>
                  <TextLink href={compareHref(kind, version - 1, version)} className="text-12">
                    What changed
                  </TextLink>
                </li>
              ))}
            </ol>
          </Section>
          <Section title="Compare any two">
            <Compare kind={kind} rows={rows} />
          </Section>
        </CardBody>
      )}
    </Card>
  );
}

const compareHref = (kind: SettingKind, from: number, to: number) =>
  `/configuration/${kind}/compare?from=${from}&to=${to}`;

function Compare({ kind, rows }: { kind: SettingKind; rows: Versions["rows"] }) {
  const router = useRouter();
  const all = [...rows.map(({ version }) => version), 0];
  const [from, setFrom] = useState(all[1] ?? 0);
  const [to, setTo] = useState(all[0] ?? 0);
  const options = [...new Set(all)].map((version) => ({
    value: String(version),
    label: version === 0 ? "0, built in" : `Version ${version}`,
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    router.push(compareHref(kind, from, to));
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-2 items-end gap-2.5">
      <Field label="From">
        <Select
          options={options}
          value={String(from)}
          onChange={({ target }) => setFrom(Number(target.value))}
        />
      </Field>
      <Field label="To">
        <Select options={options} value={String(to)} onChange={({ target }) => setTo(Number(target.value))} />
      </Field>
      <Button type="submit" className="col-span-2">
        Compare
      </Button>
    </form>
  );
}
