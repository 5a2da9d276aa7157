"use client";
import { memo, useId } from "react";
import { choiceWords, segmentWords } from "@/components/choice-words";
import { useCompany } from "@/components/company";
import { reasonWords } from "@/components/reason-words";
import { Badge } from "@/components/ui/badge";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { INSIGHTS } from "@/server/domain/insight";
import type { Desk, HeldMessage } from "./review-types";

type Props = { message: HeldMessage; offers: Desk["offers"] };

/** The reasoning behind the message: segment, findings, what else was possible and how likely each was to be drawn. */
export const WhyThis = memo(function WhyThis({ message, offers }: Props) {
  const id = useId();
  const company = useCompany();
  const { decision, candidates } = message;
  const currency = message.currency ?? company.currency;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-semibold">
        Why this
      </h3>
      <p className="mt-1 text-ink-2">
        Segment <b className="font-medium text-ink">{segmentWords(decision?.segment ?? message.segment)}</b>
        {decision?.segmentor && <> by {decision.segmentor}</>}.
        {decision?.orderMinor != null && (
          <> The next order is expected to bring {formatMoney(decision.orderMinor, currency)}.</>
        )}
      </p>
      {decision !== null && decision.insights.length > 0 && (
        <ul className="mt-1.5 list-disc pl-4 text-ink-2 marker:text-ink-3">
          {decision.insights.map(({ code, figure }) => (
            <li key={code}>{INSIGHTS[code].replace("#", String(figure))}</li>
          ))}
        </ul>
      )}
      {candidates.length > 0 && (
        <>
          <CandidateTable candidates={candidates} offers={offers} currency={currency} />
          <Hint className="mt-2">
            Score is what the choice was expected to earn; chance is the probability with which it was drawn.
          </Hint>
        </>
      )}
    </section>
  );
});

type TableProps = { candidates: HeldMessage["candidates"]; offers: Desk["offers"]; currency: string };

function CandidateTable({ candidates, offers, currency }: TableProps) {
  return (
    <div className="-mx-3 mt-1 md:-mx-4">
      <Table label="Candidates" density="dense" className="max-md:min-w-0">
        <TableHeader>
          <TableRow>
            <TableHead>Candidate</TableHead>
            <TableHead numeric>Score</TableHead>
            <TableHead numeric>Chance</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {candidates.map((one) => (
            <TableRow key={`${one.channel} ${one.action} ${one.offerId}`} selected={one.isDrawn}>
              <TableCell className={one.refused === null ? undefined : "text-ink-3"}>
                {choiceWords(one, offers)} {one.isDrawn && <Badge tone="accent">drawn</Badge>}
                {one.refused !== null && <span className="block text-11">{reasonWords(one.refused)}</span>}
              </TableCell>
              <TableCell numeric>{formatMoney(one.scoreMinor, currency)}</TableCell>
              <TableCell numeric>{one.refused === null ? formatNumber(one.chance) : "not allowed"}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
