"use client";
import { Split } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant, formatPercent } from "@/components/ui/format";
import { Page } from "@/components/ui/page";
import { PageHead } from "@/components/ui/page-head";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { statusWords } from "./experiment-words";

type Row = Answer["experiment"]["list"]["rows"][number];

/** Every campaign whose words are compared, with where it stands. */
export function ExperimentsPage({ rows }: { rows: readonly Row[] }) {
  return (
    <Page>
      <PageHead
        title="Experiments"
        lead="Variants of a campaign's words, drawn by chance for each person, and what they differ by."
      />
      <Card>
        <CardBody flush>
          {rows.length === 0 ? (
            <Empty
              title="No experiment yet"
              icon={<Split aria-hidden />}
              action={<TextLink href="/campaigns">To the campaigns</TextLink>}
            >
              A campaign with two variants of its words or more compares them from its first message on.
            </Empty>
          ) : (
            <Table label="Experiments">
              <TableHeader>
                <TableRow>
                  <TableHead>Campaign</TableHead>
                  <TableHead>Status</TableHead>
                  <TableHead>Variants</TableHead>
                  <TableHead numeric>People</TableHead>
                  <TableHead numeric>Ordered</TableHead>
                  <TableHead>Since</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {rows.map((row) => (
                  <ExperimentRow key={row.id} row={row} />
                ))}
              </TableBody>
            </Table>
          )}
        </CardBody>
        {rows.length > 0 && (
          <CardFooter>
            Decided at 95 %, from 1,000 people a variant and seven days on, by intervals that hold however
            often one looks.
          </CardFooter>
        )}
      </Card>
    </Page>
  );
}

function ExperimentRow({ row }: { row: Row }) {
  const { timeZone } = useCompany();
  const { tone, word } = statusWords(row);
  const { names, variants } = row;
  return (
    <TableRow>
      <TableCell>
        <TextLink look="name" href={`/experiments/${row.id}`}>
          {row.name}
        </TextLink>
      </TableCell>
      <TableCell>
        <Status tone={tone}>{word}</Status>
      </TableCell>
      <TableCell>{names.map((name) => name.toUpperCase()).join(", ")}</TableCell>
      <TableCell numeric>
        {variants.length === 0 ? "–" : variants.map(({ people }) => formatCount(people)).join(" · ")}
      </TableCell>
      <TableCell numeric>
        {variants.length === 0
          ? "–"
          : variants.map(({ ordered, people }) => formatPercent(ordered / people)).join(" · ")}
      </TableCell>
      <TableCell>{row.begun === null ? "–" : formatInstant(row.begun, timeZone)}</TableCell>
    </TableRow>
  );
}
