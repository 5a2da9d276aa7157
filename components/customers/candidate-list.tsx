"use client";
import { choiceWords, type OfferTitles } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { formatMoney, formatPercent } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { REFUSALS } from "@/server/domain/candidate-value";
import type { LastDecision } from "./customer-types";

type Props = { candidates: LastDecision["candidates"]; offers: OfferTitles };

/** Every way to act with what it is expected to earn and its chance of being drawn. */
export function CandidateList({ candidates, offers }: Props) {
  const { currency } = useCompany();
  if (candidates.length === 0) return null;
  return (
    <Table label="Candidates" density="dense" className="max-md:min-w-0">
      <TableHeader>
        <TableRow>
          <TableHead>Candidate</TableHead>
          <TableHead numeric>Worth</TableHead>
          <TableHead numeric>Chance</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {candidates.map((one) => (
          <TableRow key={`${one.action}-${one.offerId}-${one.channel}`} selected={one.isDrawn}>
            <TableCell className="min-w-0! whitespace-normal">
              {choiceWords(one, offers)}
              {one.isDrawn && <span className="sr-only"> (drawn)</span>}
              {one.refused && <span className="block text-12 text-ink-3">{REFUSALS[one.refused]}</span>}
            </TableCell>
            <TableCell numeric>{formatMoney(one.scoreMinor, currency)}</TableCell>
            <TableCell numeric>{one.refused ? "not allowed" : formatPercent(one.chance)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
