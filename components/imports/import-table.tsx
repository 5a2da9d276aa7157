"use client";
import { Upload } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterSelect } from "@/components/ui/filter-select";
import { formatBytes, formatCount, formatInstant } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { IMPORT_KINDS, IMPORT_STATE_WORDS, KIND_WORDS, kindTitle } from "./import-words";

type Imports = Answer["import"]["list"];
type Props = { imports: Imports; filtered: boolean; mayImport: boolean };

/** All imports, newest first, with what went in and what was refused. */
export function ImportTable({ imports: { rows, next }, filtered, mayImport }: Props) {
  if (rows.length === 0 && !filtered) return <NoImports mayImport={mayImport} />;
  return (
    <Card>
      <div className="flex flex-wrap gap-2 border-b p-3">
        <FilterSelect
          param="kind"
          label="Holds"
          all="Anything"
          options={IMPORT_KINDS.map((value) => ({ value, label: KIND_WORDS[value].title }))}
        />
        <FilterSelect
          param="state"
          label="State"
          all="Every state"
          options={Object.entries(IMPORT_STATE_WORDS).map(([value, { word }]) => ({ value, label: word }))}
        />
      </div>
      <CardBody flush>
        {rows.length === 0 ? (
          <Empty title="Nothing matches">Change the filters above.</Empty>
        ) : (
          <Rows rows={rows} />
        )}
      </CardBody>
      <CardFooter>
        <CursorPagination
          next={next === null ? null : String(next)}
          text={rows.length === 1 ? "1 import" : `${formatCount(rows.length)} imports, newest first`}
        />
      </CardFooter>
    </Card>
  );
}

function Rows({ rows }: { rows: Imports["rows"] }) {
  const { timeZone } = useCompany();
  return (
    <Table label="Imports">
      <TableHeader>
        <TableRow>
          <TableHead>File</TableHead>
          <TableHead>Holds</TableHead>
          <TableHead>State</TableHead>
          <TableHead numeric>Rows</TableHead>
          <TableHead numeric>Accepted</TableHead>
          <TableHead numeric>Refused</TableHead>
          <TableHead numeric>Uploaded</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => {
          const { tone, word } = IMPORT_STATE_WORDS[row.state];
          return (
            <TableRow key={row.id}>
              <TableCell>
                <TextLink look="name" href={`/imports/${row.id}`} className="[overflow-wrap:anywhere]">
                  {row.fileName}
                </TextLink>{" "}
                {row.dryRun && <Badge tone="plain">Dry run</Badge>}
                <span className="block text-12 text-ink-3">{formatBytes(row.bytes)}</span>
              </TableCell>
              <TableCell>{kindTitle(row.kind)}</TableCell>
              <TableCell>
                <Status tone={tone}>{word}</Status>
              </TableCell>
              <TableCell numeric>{formatCount(row.rows)}</TableCell>
              <TableCell numeric>{formatCount(row.accepted)}</TableCell>
              <TableCell numeric>{formatCount(row.rejected)}</TableCell>
              <TableCell numeric>{formatInstant(row.createdAt, timeZone)}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

const NoImports = ({ mayImport }: { mayImport: boolean }) => (
  <Card>
    <Empty
      title="Nothing imported yet"
      icon={<Upload aria-hidden />}
      action={
        mayImport && (
          <ButtonLink href="/imports/new" variant="primary">
            Import a file
          </ButtonLink>
        )
      }
    >
      Customers, orders, products, consents, tickets and advertising spend come in as CSV files. A dry run
      shows what each row would do before anything is written, and every row that can't be used gets a reason.
    </Empty>
  </Card>
);
