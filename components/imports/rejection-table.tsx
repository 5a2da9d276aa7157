"use client";
import { CheckCheck, Download as DownloadIcon } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { buttonVariants } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount } from "@/components/ui/format";
import { CursorPagination } from "@/components/ui/pagination";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Rejections = Answer["import"]["rejections"];
type Props = { importId: number; rejected: number; isUnderWay: boolean; rejections: Rejections };

/** The rows that were left out, in the order of the file, with the reason for each. */
export function RejectionTable({ importId, rejected, isUnderWay, rejections: { rows, next } }: Props) {
  return (
    <Card>
      <CardHeader
        title="Refused rows"
        sub={rejected > 0 && "Reasons repeat no values: a row may hold personal data."}
        actions={rejected > 0 && <Download importId={importId} />}
      />
      <CardBody flush>
        {rows.length === 0 ? (
          <NothingShown rejected={rejected} isUnderWay={isUnderWay} />
        ) : (
          <Rows rows={rows} />
        )}
      </CardBody>
      {rows.length > 0 && (
        <CardFooter>
          <CursorPagination
            next={next === null ? null : `${next.line}~${next.column}`}
            text={`${formatCount(rows.length)} shown, of ${formatCount(rejected)} refused ${rejected === 1 ? "row" : "rows"}`}
          />
        </CardFooter>
      )}
    </Card>
  );
}

function Rows({ rows }: { rows: Rejections["rows"] }) {
  return (
    <Table label="Refused rows" density="dense" className="max-md:min-w-0">
      <TableHeader>
        <TableRow>
          <TableHead numeric>Line</TableHead>
          <TableHead>Column</TableHead>
          <TableHead>Reason</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ line, column, reason }) => (
          <TableRow key={`${line}-${column}`}>
            <TableCell numeric className="w-20 min-w-0!">
              {formatCount(line)}
            </TableCell>
            <TableCell>{column || "The whole row"}</TableCell>
            <TableCell>{reason}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A file, not a page: the router has no part in it. */
const Download = ({ importId }: { importId: number }) => (
  <a href={`/api/imports/${importId}/rejections`} download className={buttonVariants({ size: "sm" })}>
    <DownloadIcon aria-hidden /> All as CSV
  </a>
);

function NothingShown({ rejected, isUnderWay }: Pick<Props, "rejected" | "isUnderWay">) {
  if (isUnderWay) {
    return (
      <Empty title="The file is still being read">
        The refused rows are listed here when it is over; the file has those there are so far.
      </Empty>
    );
  }
  if (rejected > 0) return <Empty title="Nothing on this page">Go back to the start of the list.</Empty>;
  return (
    <Empty title="No row was refused" icon={<CheckCheck aria-hidden />}>
      A row that can't be used would stand here with its line, its column and the reason.
    </Empty>
  );
}
