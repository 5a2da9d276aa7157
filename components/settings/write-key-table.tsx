"use client";
import { KeyRound } from "lucide-react";
import type { Answer } from "@/components/api-types";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatInstant } from "@/components/ui/format";
import { ReasonCode } from "@/components/ui/reason-code";
import { Status } from "@/components/ui/status";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { AddWriteKey } from "./add-write-key";
import { RevokeWriteKey } from "./revoke-write-key";

type WriteKey = Answer["writeKey"]["list"]["rows"][number];

/** The keys by which sources send events, those in force first. */
export function WriteKeyTable({ keys }: { keys: readonly WriteKey[] }) {
  return (
    <Card>
      <CardHeader
        title="Write keys"
        sub="A source sends events with one, and can read nothing by it."
        actions={keys.length > 0 && <AddWriteKey />}
      />
      <CardBody flush>
        {keys.length === 0 ? (
          <Empty title="No write key yet" icon={<KeyRound aria-hidden />} action={<AddWriteKey />}>
            A shop, an app or a server sends what people do to /v1/track, /v1/identify or /v1/batch, as in the
            Segment specification, with a key of its own.
          </Empty>
        ) : (
          <KeyRows keys={keys} />
        )}
      </CardBody>
      {keys.length > 0 && (
        <CardFooter>{keys.length === 1 ? "1 key" : `${keys.length} keys, those in force first`}</CardFooter>
      )}
    </Card>
  );
}

function KeyRows({ keys }: { keys: readonly WriteKey[] }) {
  const { timeZone } = useCompany();
  return (
    <Table label="Write keys">
      <TableHeader>
        <TableRow>
          <TableHead>Source</TableHead>
          <TableHead>Begins with</TableHead>
          <TableHead>State</TableHead>
          <TableHead>Made</TableHead>
          <TableHead>Last used</TableHead>
          <TableHead>
            <span className="sr-only">Actions</span>
          </TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {keys.map((key) => (
          <TableRow key={key.id}>
            <TableCell className="font-medium">{key.name}</TableCell>
            <TableCell>
              <ReasonCode>{key.prefix}…</ReasonCode>
            </TableCell>
            <TableCell>
              {key.revokedAt === null ? (
                <Status tone="pass">In force</Status>
              ) : (
                <Status>Revoked {formatInstant(key.revokedAt, timeZone, "date")}</Status>
              )}
            </TableCell>
            <TableCell>{formatInstant(key.createdAt, timeZone, "date")}</TableCell>
            <TableCell>
              {key.lastUsedAt === null ? "Never" : formatInstant(key.lastUsedAt, timeZone)}
            </TableCell>
            <TableCell numeric>
              {key.revokedAt === null && <RevokeWriteKey id={key.id} name={key.name} />}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
