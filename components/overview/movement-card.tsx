import type { Answer } from "@/components/api-types";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { Empty } from "@/components/ui/empty";
import { formatCount, formatMoney, formatValue, type ValueFormat } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { missingWords } from "@/server/domain/kpi/figure";
import type { Contribution } from "@/server/domain/kpi/movement";
import type { RevenueFactor } from "@/server/domain/kpi/revenue-movement";

type Movement = Answer["figures"]["movement"];
type Kind = "share" | "number" | "money";

const WORDS: Record<RevenueFactor, { label: string; kind: Kind }> = {
  conversion: { label: "Conversion", kind: "share" },
  clickedShare: { label: "clicked at least once", kind: "share" },
  buyersPerClicker: { label: "× buyers for each who clicked", kind: "number" },
  spendPerBuyer: { label: "× Spent per buyer", kind: "money" },
  ordersPerBuyer: { label: "orders per buyer", kind: "number" },
  orderValue: { label: "× order value", kind: "money" },
  itemsPerOrder: { label: "× items per order", kind: "number" },
  revenuePerItem: { label: "× revenue per item", kind: "money" },
  touchesPerPerson: { label: "÷ Touches per person", kind: "number" },
};

/** A tenth of a minor unit: the parts of a change of a few cents. */
const FINE_DIGITS = 3;

/** Why revenue per touch moved: its factors, and what each added. The additions sum up to the change. */
export function MovementCard({ movement }: { movement: Movement }) {
  const { shared, lacking, currency, now, before } = movement;
  const fine: ValueFormat = { kind: "money", currency, digits: FINE_DIGITS };
  return (
    <Card>
      <CardHeader title="What moved it" sub={`against ${days(before)} days before`} />
      <CardBody>
        {shared === null ? (
          <Empty title="Nothing to share out">
            {lacking === null
              ? "Both this period and the one before need attributed revenue."
              : `Not enough data: ${missingWords(lacking)}.`}
          </Empty>
        ) : (
          <>
            <ul>
              <Row
                look="root"
                label="Revenue per touch"
                value={formatValue(shared.now, fine)}
                added={shared.now - shared.before}
                fine={fine}
              />
              {shared.factors.map((factor) => (
                <FactorRows key={factor.key} factor={factor} currency={currency} fine={fine} />
              ))}
            </ul>
            <Hint className="mt-3">
              {formatCount(now.sums.people)} people were contacted; {formatCount(now.sums.buyers)} of them
              placed {formatCount(now.sums.orders)} attributed orders. Some order without a click. The
              additions sum up to the change (log-mean Divisia index).
            </Hint>
          </>
        )}
      </CardBody>
    </Card>
  );
}

const DAY_MS = 86_400_000;
const days = ({ from, to }: { from: string; to: string }) =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;

type FactorProps = { factor: Contribution<RevenueFactor>; currency: string; fine: ValueFormat };

function FactorRows({ factor, currency, fine }: FactorProps) {
  const row = ({ key, now, added }: Contribution<RevenueFactor>, look: "factor" | "part") => (
    <Row
      key={key}
      look={look}
      label={WORDS[key].label}
      value={inWords(WORDS[key].kind, now, currency)}
      added={added}
      fine={fine}
    />
  );
  return (
    <>
      {row(factor, "factor")}
      {factor.parts.map((part) => row(part, "part"))}
    </>
  );
}

function inWords(kind: Kind, value: number, currency: string): string {
  if (kind === "share") return formatValue(value, { kind: "percent", digits: 2 });
  return kind === "money" ? formatMoney(value, currency) : formatValue(value, { kind: "number", digits: 2 });
}

const LOOKS = {
  root: "mb-1 border-b pb-1.5 font-semibold",
  factor: "font-medium",
  part: "pl-4 text-12 text-ink-3",
};

type RowProps = {
  look: keyof typeof LOOKS;
  label: string;
  value: string;
  added: number;
  fine: ValueFormat;
};

function Row({ look, label, value, added, fine }: RowProps) {
  const colour =
    look === "part" ? "text-ink-3" : added > 0 ? "text-pass" : added < 0 ? "text-block" : "text-ink-3";
  return (
    <li
      className={cn("grid min-h-[26px] grid-cols-[minmax(0,1fr)_76px_72px] items-center gap-2", LOOKS[look])}
    >
      <span>{label}</span>
      <span className="text-right">{value}</span>
      <span className={cn("text-right text-12", colour)}>
        <span className="sr-only">added </span>
        {formatValue(added, fine, { sign: true })}
      </span>
    </li>
  );
}
