"use client";
import { Users } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { SearchBox } from "@/components/ui/search-box";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { AddMember } from "./add-member";
import { MemberMenu } from "./member-menu";
import { rolesText } from "./role-words";

type Member = Answer["team"]["list"]["rows"][number];
type Props = { members: Member[]; total: number; selfId: number; mayWrite: boolean };

/** Who may sign in, as what. Those without access stand last. */
export function TeamTable({ members, total, selfId, mayWrite }: Props) {
  const { timeZone } = useCompany();
  return (
    <Card>
      <CardHeader
        title="Team"
        sub="A changed role holds from the person's next click on."
        actions={mayWrite ? <AddMember /> : undefined}
      />
      <div className="flex flex-wrap gap-2 border-b p-3">
        <SearchBox label="Search by name or email" />
      </div>
      <CardBody flush className="pt-0">
        {members.length === 0 ? (
          <Empty title="Nobody matches" icon={<Users aria-hidden />}>
            Change the search above.
          </Empty>
        ) : (
          <Table label="Team">
            <TableHeader>
              <TableRow>
                <TableHead>Person</TableHead>
                <TableHead>Roles</TableHead>
                <TableHead>Access</TableHead>
                <TableHead>Since</TableHead>
                {mayWrite && (
                  <TableHead>
                    <span className="sr-only">Actions</span>
                  </TableHead>
                )}
              </TableRow>
            </TableHeader>
            <TableBody>
              {members.map((member) => (
                <TableRow key={member.id}>
                  <TableCell>
                    <span className="font-medium">{member.name}</span>{" "}
                    {member.id === selfId && <Badge tone="plain">You</Badge>}
                    <span className="block text-12 text-ink-3">{member.email}</span>
                  </TableCell>
                  <TableCell>{rolesText(member.roles)}</TableCell>
                  <TableCell>
                    <Status tone={member.disabledAt === null ? "pass" : "neutral"}>
                      {member.disabledAt === null ? "Active" : "Taken away"}
                    </Status>
                  </TableCell>
                  <TableCell>{formatInstant(member.createdAt, timeZone, "date")}</TableCell>
                  {mayWrite && (
                    <TableCell numeric>
                      <MemberMenu member={member} isSelf={member.id === selfId} />
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
      <CardFooter>{total === 1 ? "1 person" : `${members.length} of ${total} people`}</CardFooter>
    </Card>
  );
}
