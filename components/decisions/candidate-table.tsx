import { choiceWords, type OfferTitles } from "@/components/choice-words";
import { reasonWords } from "@/components/reason-words";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatMoney, formatNumber } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Explained } from "./decision-words";

type Candidate = Explained["candidates"][number];
type Props = { candidates: readonly Candidate[]; currency: string; offers: OfferTitles };

/** Every candidate with what it was expected to earn and the chance with which it could be drawn. */
export function CandidateTable({ candidates, currency, offers }: Props) {
  const allowed = candidates.filter(({ refused }) => refused === null);
  const sum = allowed.reduce((total, { propensity }) => total + propensity, 0);
  return (
    <Card>
      <CardHeader title="Candidates" sub="what each was expected to earn" />
      <CardBody flush>
        {candidates.length === 0 ? (
          <Empty title="Nothing was weighed">The line ended before a choice was reached.</Empty>
        ) : (
          <Table label="Candidates" density="dense" className="max-md:min-w-0">
            <TableHeader>
              <TableRow>
                <TableHead>Action</TableHead>
                <TableHead>Variant</TableHead>
                <TableHead numeric>Score</TableHead>
                <TableHead numeric>Chance</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {candidates.map((one) => (
                <Line key={keyOf(one)} one={one} currency={currency} offers={offers} />
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
      {candidates.length > 0 && (
        <CardFooter>
          Chances of the {allowed.length} allowed sum to {formatNumber(sum)}. What was drawn is seeded by run
          and customer, so it can be drawn again.
        </CardFooter>
      )}
    </Card>
  );
}

const keyOf = ({ channel, action, offerId, variant }: Candidate) =>
  `${channel} ${action} ${offerId} ${variant}`;

function Line({ one, currency, offers }: { one: Candidate; currency: string; offers: OfferTitles }) {
  const isRefused = one.refused !== null;
  const titled = one.offerId === null ? offers : { ...offers, [one.offerId]: one.offerTitle ?? one.offerId };
  return (
    <TableRow selected={one.isChosen}>
      <TableCell className={isRefused ? "text-ink-3" : undefined}>
        {choiceWords(one, titled)} <span className="text-ink-3">· {one.channel}</span>{" "}
        {one.isChosen && <Badge tone="accent">drawn</Badge>}
        {one.refused !== null && <span className="block text-11">{reasonWords(one.refused)}</span>}
      </TableCell>
      <TableCell>{one.variant}</TableCell>
      <TableCell numeric>{formatMoney(one.scoreMinor, currency)}</TableCell>
      <TableCell numeric>{isRefused ? "not allowed" : formatNumber(one.propensity)}</TableCell>
    </TableRow>
  );
}
