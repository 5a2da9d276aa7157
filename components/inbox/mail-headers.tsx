import type { Answer } from "@/components/api-types";
import { CopyButton } from "@/components/ui/copy-button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";

type Headers = Answer["inbox"]["get"]["headers"];

/** The headers in their order, as they arrived. */
export function MailHeaders({ headers }: { headers: Headers }) {
  const source = headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <div className="grid gap-2">
      <div className="rounded-md border">
        <Table label="Headers" density="dense">
          <TableHeader>
            <TableRow>
              <TableHead>Name</TableHead>
              <TableHead>Value</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {headers.map(({ name, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and headers never move
              <TableRow key={index}>
                <TableCell className="align-top whitespace-nowrap text-ink-2">{name}</TableCell>
                <TableCell className="align-top font-mono text-12 [overflow-wrap:anywhere]">
                  {value}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <div>
        <CopyButton text={source} label="Copy headers" />
      </div>
    </div>
  );
}
