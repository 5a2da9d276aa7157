"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatInstant } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";

/** Who published which version, when and why. */
export function VersionList({ versions }: { versions: Answer["settings"]["versions"] }) {
  const { timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="Versions" sub="Every decision names the version it was made under." />
      <CardBody>
        {versions.rows.length === 0 ? (
          <Hint>Nothing was published yet: the built-in version 0 holds.</Hint>
        ) : (
          <ol className="grid gap-3">
            {versions.rows.map(({ version, author, note, publishedAt }) => (
              <li key={version}>
                <b className="font-medium">Version {version}</b>
                <p className="text-ink-2">{note}</p>
                <p className="text-12 text-ink-3">
                  {author}, {formatInstant(publishedAt, timeZone)}
                </p>
              </li>
            ))}
          </ol>
        )}
      </CardBody>
    </Card>
  );
}
