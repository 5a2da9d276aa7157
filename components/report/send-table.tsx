"use client";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

type Sends = Answer["report"]["sends"];

const STATES: Record<Sends[number]["state"], { tone: Tone; label: string }> = {
  ready: { tone: "info", label: "Waits" },
  claimed: { tone: "info", label: "On its way" },
  sent: { tone: "pass", label: "Sent" },
  refused: { tone: "block", label: "Refused" },
  uncertain: { tone: "hold", label: "Nobody knows" },
};

/** The newest report mails and what became of them. */
export function SendTable({ sends }: { sends: Sends }) {
  const { timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="Last mails" />
      <CardBody flush>
        {sends.length === 0 ? (
          <Empty title="None yet">Switch the report on, or send yourself a test.</Empty>
        ) : (
          <Table label="Last report mails" density="dense" scroll="max-h-96" className="max-md:min-w-0">
            <TableHeader>
              <TableRow>
                <TableHead>To</TableHead>
                <TableHead>When</TableHead>
                <TableHead>State</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {sends.map(({ ref, recipient, isTest, askedAt, settledAt, state, response }) => (
                <TableRow key={ref}>
                  <TableCell className="[overflow-wrap:anywhere]">
                    {recipient}
                    {isTest && <span className="text-ink-3"> (test)</span>}
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {formatInstant(settledAt ?? askedAt, timeZone)}
                  </TableCell>
                  <TableCell title={response ?? undefined}>
                    <Status tone={STATES[state].tone}>{STATES[state].label}</Status>
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
