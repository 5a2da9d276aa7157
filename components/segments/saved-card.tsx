"use client";
import { useQuery } from "@tanstack/react-query";
import { type AudienceWords, audienceSentence } from "@/components/audience-sentence";
import { useCompany } from "@/components/company";
import { useTRPC } from "@/components/trpc";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatInstant } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Audience } from "@/server/domain/audience";
import { RemoveSaved } from "./remove-saved";
import type { SavedSegment } from "./segment-types";

type Props = {
  saved: readonly SavedSegment[];
  /** that their rules may name */
  campaigns: AudienceWords["campaigns"];
  mayWrite: boolean;
};

/** The rules that the team saved under a name, for campaigns to start from. */
export function SavedCard({ saved, campaigns, mayWrite }: Props) {
  const { currency, timeZone } = useCompany();
  return (
    <Card>
      <CardHeader title="Saved by the team" sub="rules of audiences, for campaigns to start from" />
      <CardBody flush>
        {saved.length === 0 ? (
          <Empty title="No segment is saved yet">
            Build rules in the audience step of a campaign and press “Save as a segment”.
          </Empty>
        ) : (
          <Table label="Saved segments" density="dense">
            <TableHeader>
              <TableRow>
                <TableHead>Segment</TableHead>
                <TableHead numeric>People now</TableHead>
                <TableHead>Saved</TableHead>
                {mayWrite && <TableHead>What to do</TableHead>}
              </TableRow>
            </TableHeader>
            <TableBody>
              {saved.map(({ id, name, audience, ownerName, createdAt }) => (
                <TableRow key={id}>
                  <TableCell className="min-w-48">
                    <b className="font-medium">{name}</b>
                    <span className="block text-12 text-ink-3">
                      {audienceSentence(audience, { currency, campaigns })}
                    </span>
                  </TableCell>
                  <TableCell numeric>
                    <PeopleNow audience={audience} />
                  </TableCell>
                  <TableCell>
                    {ownerName ?? "Somebody who left"}
                    <span className="block text-12 text-ink-3">
                      {formatInstant(createdAt, timeZone, "date")}
                    </span>
                  </TableCell>
                  {mayWrite && (
                    <TableCell>
                      <span className="flex flex-wrap gap-1.5">
                        <ButtonLink size="sm" href={`/campaigns/new?segment=${id}`}>
                          Start a campaign<span className="sr-only"> for “{name}”</span>
                        </ButtonLink>
                        <RemoveSaved id={id} name={name} />
                      </span>
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
    </Card>
  );
}

function PeopleNow({ audience }: { audience: Audience }) {
  const { data, error } = useQuery(useTRPC().campaign.previewAudience.queryOptions({ audience }));
  if (error) return "not counted";
  return data === undefined ? "…" : formatCount(data.count);
}
