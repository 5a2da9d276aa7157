"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Diff } from "@/components/ui/diff";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { SettingKind } from "@/server/domain/settings";
import { settingWords } from "./setting-words";

type Shown = Answer["settings"]["get"];
type Changes = Answer["settings"]["compare"]["changes"];
type Props = { kind: SettingKind; from: Shown; to: Shown; changes: Changes };

/** Two versions of a document side by side: only the fields that differ. */
export function VersionCompare({ kind, from, to, changes }: Props) {
  const { currency } = useCompany();
  return (
    <Card>
      <CardHeader
        title={changes.length === 1 ? "1 field differs" : `${changes.length} fields differ`}
        sub="the rest is equal"
      />
      <CardBody flush>
        {changes.length === 0 ? (
          <Empty title="No difference">Both versions say the same.</Empty>
        ) : (
          <Table label="What differs" className="max-md:min-w-0">
            <TableHeader>
              <TableRow>
                <TableHead className="py-2 align-top">Field</TableHead>
                <Head shown={from} className="max-md:hidden" />
                <Head shown={to} />
              </TableRow>
            </TableHeader>
            <TableBody>
              {changes.map(({ path, before, after }) => {
                const field = settingWords(kind, path);
                const [was, is] = [before, after].map((value) => field.valueWords(value, currency));
                return (
                  <TableRow key={path}>
                    <TableCell className="max-w-[36ch] align-top whitespace-normal" title={path}>
                      {field.name}
                    </TableCell>
                    <TableCell className="max-w-[48ch] align-top whitespace-pre-wrap max-md:hidden">
                      {was}
                    </TableCell>
                    <TableCell className="max-w-[48ch] align-top">
                      <Diff before={was ?? ""} after={is ?? ""} className="text-13" />
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function Head({ shown: { version, note, publishedAt }, className }: { shown: Shown; className?: string }) {
  const { timeZone } = useCompany();
  return (
    <TableHead className={cn("py-2 align-top whitespace-normal", className)}>
      Version {version}
      <span className="block font-normal">
        {note}
        {publishedAt !== null && `, ${formatInstant(publishedAt, timeZone)}`}
      </span>
    </TableHead>
  );
}
