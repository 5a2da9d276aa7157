import type { Kpi } from "@/server/domain/kpi/definitions";

const MONEY_BY_MONEY: readonly Kpi[] = ["marketingEfficiency"];
const MONEY_BY_COUNT: readonly Kpi[] = ["orderValue", "customerValue"];

/** Which sides of a figure's quotient are sums of money, whatever the unit of the figure itself. */
export const moneySides = (id: Kpi): { above: boolean; below: boolean } => ({
  above: MONEY_BY_MONEY.includes(id) || MONEY_BY_COUNT.includes(id),
  below: MONEY_BY_MONEY.includes(id),
});
