"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Diff } from "@/components/ui/diff";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { ReasonCode } from "@/components/ui/reason-code";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Shown = Answer["settings"]["get"];
type Changes = Answer["settings"]["compare"]["changes"];
type Props = { from: Shown; to: Shown; changes: Changes };

/** Two versions of a document side by side: only the fields that differ. */
export function VersionCompare({ from, to, changes }: Props) {
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
          <Table label="What differs">
            <TableHeader>
              <TableRow>
                <TableHead>Field</TableHead>
                <Head shown={from} />
                <Head shown={to} />
              </TableRow>
            </TableHeader>
            <TableBody>
              {changes.map(({ path, before, after }) => (
                <TableRow key={path}>
                  <TableCell className="align-top">
                    <ReasonCode>{path || "the whole document"}</ReasonCode>
                  </TableCell>
                  <TableCell className="max-w-[48ch] align-top whitespace-pre-wrap">
                    {textOf(before)}
                  </TableCell>
                  <TableCell className="max-w-[48ch] align-top">
                    <Diff before={textOf(before)} after={textOf(after)} className="text-13" />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function Head({ shown: { version, note, publishedAt } }: { shown: Shown }) {
  const { timeZone } = useCompany();
  return (
    <TableHead>
      Version {version}
      <span className="block font-normal">
        {note}
        {publishedAt !== null && `, ${formatInstant(publishedAt, timeZone)}`}
      </span>
    </TableHead>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return "not there";
  if (typeof value === "string") return value === "" ? "empty" : value;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.length === 0 ? "none" : value.join("\n");
  return JSON.stringify(value, null, 2);
}
