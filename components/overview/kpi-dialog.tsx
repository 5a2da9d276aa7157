"use client";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { formatInterval, formatMoney, formatRatio, formatValue } from "@/components/ui/format";
import type { DecisionSet } from "@/server/domain/decision-set";
import { KPIS, type Kpi } from "@/server/domain/kpi/definitions";
import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import type { KpiCardData } from "./kpi-card";
import { kpiFormat } from "./kpi-format";
import { moneySides } from "./money-sides";
import { decisionsHref, type ShownScope } from "./scope-links";

type Behind = { label: string; among: DecisionSet | null };

const CONTACTED: Behind = { label: "All messages that left", among: "left" };
const ORDERED: Behind = { label: "Those that led to an order", among: "ordered" };

/** Figures behind which stand decisions: those that the figure counts above the line, and those below it. */
const BEHIND: Partial<Record<Kpi, readonly Behind[]>> = {
  conversion: [CONTACTED, ORDERED],
  orderValue: [ORDERED],
  openRate: [CONTACTED, { label: "Those opened", among: "opened" }],
  clickRate: [CONTACTED, { label: "Those clicked", among: "clicked" }],
  marketingEfficiency: [ORDERED],
  violations: [CONTACTED],
  overrideShare: [
    { label: "All that were to be sent", among: "to-send" },
    { label: "Those rejected or edited", among: "overridden" },
  ],
  toneConsistency: [{ label: "All with a message", among: "worded" }],
  reviewMedianTime: [{ label: "The reviewed decisions", among: "reviewed" }],
  decisionTime: [{ label: "All decisions", among: null }],
};

export type KpiDialogProps = {
  card: Pick<KpiCardData, "id" | "reading">;
  currency: string;
  scope: ShownScope;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What a figure means, what it is made of here, and the way to the decisions behind it. */
export function KpiDialog({ card: { id, reading }, currency, scope, ...dialog }: KpiDialogProps) {
  const kpi: KpiDefinition = KPIS[id];
  const behind = BEHIND[id] ?? [];
  const counted = kpi.reach === undefined ? scope : { ...scope, channel: null };
  const here =
    reading.kind === "missing"
      ? [{ term: "Here", value: missingWords(reading) }]
      : valuePairs(id, reading, currency);
  return (
    <Dialog {...dialog}>
      <DialogContent title={kpi.title} description={kpi.formula}>
        <DescriptionList
          align="left"
          pairs={[
            ...here,
            { term: "Above the line", value: kpi.numerator },
            { term: "Below the line", value: kpi.denominator },
            { term: "Window", value: kpi.window },
            { term: "Interval", value: kpi.interval },
            { term: "From", value: kpi.source },
          ]}
        />
        <DialogFooter>
          {reading.kind === "missing" && reading.remedy?.href && (
            <ButtonLink href={reading.remedy.href}>{reading.remedy.label}</ButtonLink>
          )}
          <ButtonLink href={`/definitions#${id}`}>All definitions</ButtonLink>
          {behind.map(({ label, among }, i) => (
            <ButtonLink
              key={label}
              variant={i === behind.length - 1 ? "primary" : "default"}
              href={decisionsHref(counted, among === null ? {} : { among })}
            >
              {label}
            </ButtonLink>
          ))}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

const missingWords = ({ why, remedy }: Extract<KpiCardData["reading"], { kind: "missing" }>): string =>
  remedy?.href === null ? `${why} ${remedy.label}` : why;

type Known = Extract<KpiCardData["reading"], { kind: "known" }>;

function valuePairs(id: Kpi, { value, low, high, part, whole }: Known, currency: string) {
  const { format, scale } = kpiFormat(id, value, currency);
  const interval =
    low === null || high === null
      ? []
      : [{ term: "95 % interval", value: formatInterval(low * scale, high * scale, format) }];
  const made =
    part === null || whole === null ? [] : [{ term: "Made of", value: madeOf(id, part, whole, currency) }];
  return [{ term: "Here", value: formatValue(value * scale, format) }, ...interval, ...made];
}

function madeOf(id: Kpi, part: number, whole: number, currency: string): string {
  const { above, below } = moneySides(id);
  if (!above) return formatRatio(part, whole);
  return `${formatMoney(part, currency)} / ${below ? formatMoney(whole, currency) : whole.toLocaleString("en-US")}`;
}
