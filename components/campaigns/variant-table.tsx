import type { Answer } from "@/components/api-types";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatMoney, formatPercent } from "@/components/ui/format";
import { Interval } from "@/components/ui/stat";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";

type Variants = Answer["campaign"]["variants"];
type Rate = Variants["variants"][number]["orderRate"];

type Props = { campaignId: number; variants: Variants; currency: string };

/** How the variants of the words did beside each other. */
export function VariantTable({ campaignId, variants: { days, touches, variants }, currency }: Props) {
  return (
    <Card>
      <CardHeader title="Variants" sub={`Touches of the last ${days} days; drawn evenly for each person`} />
      <CardBody flush>
        {touches === 0 ? (
          <Empty title="Nothing was sent yet">Variants are compared once messages have left.</Empty>
        ) : (
          <Table label="Variants">
            <TableHeader>
              <TableRow>
                <TableHead>Variant</TableHead>
                <TableHead numeric>Touches</TableHead>
                <TableHead numeric>Clicked</TableHead>
                <TableHead numeric>Ordered</TableHead>
                <TableHead numeric>Revenue a touch</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              {variants.map((row) => (
                <TableRow key={row.variant}>
                  <TableCell className="font-medium">{row.variant.toUpperCase()}</TableCell>
                  <TableCell numeric>
                    {formatCount(row.touches)}
                    <span className="block text-12 text-ink-3">{formatPercent(row.share)}</span>
                  </TableCell>
                  <TableCell numeric>
                    <Share rate={row.clickRate} />
                  </TableCell>
                  <TableCell numeric>
                    <Share rate={row.orderRate} />
                  </TableCell>
                  <TableCell numeric>{formatMoney(row.revenueMinor / row.touches, currency)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </CardBody>
      {touches > 0 && (
        <CardFooter>
          <span>Shares of touches with their 95 % interval.</span>
          {variants.length > 1 && (
            <TextLink href={`/experiments/${campaignId}`} className="ml-auto">
              What they differ by
            </TextLink>
          )}
        </CardFooter>
      )}
    </Card>
  );
}

function Share({ rate }: { rate: Rate }) {
  if (rate.kind === "missing") return "–";
  return (
    <>
      {formatPercent(rate.value)}
      <Interval low={rate.low} high={rate.high} format={{ kind: "percent" }} className="block text-12" />
    </>
  );
}
