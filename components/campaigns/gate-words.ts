import type { Answer } from "@/components/api-types";
import { formatCount, formatMoney, formatPercent } from "@/components/ui/format";

type Gate = Answer["campaign"]["autonomy"];
type Condition = Gate["conditions"][number];

/** Why a campaign may not act alone yet, in one sentence; null where it may. */
export function gateWords({ open, conditions }: Gate, currency: string): string | null {
  if (open) return null;
  const missing = conditions.filter(({ ok }) => !ok).flatMap((one) => conditionWords(one, currency) ?? []);
  return `Not yet: ${missing.join("; ")}.`;
}

/** Null where another condition says it already. */
function conditionWords({ id, has }: Condition, currency: string): string | null {
  switch (id) {
    case "decided":
      return `people looked at ${formatCount(has)} of 200 messages`;
    case "override":
      return has === null ? null : `people changed ${formatPercent(has)} of them`;
    case "complaints":
      return has === null
        ? "nothing was sent"
        : `${formatPercent(has, { digits: 2 })} of touches drew a complaint`;
    case "lift":
      return has === null
        ? "the lift is not known"
        : `the lift may be as low as ${formatMoney(has, currency)} a person`;
  }
}
