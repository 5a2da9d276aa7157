import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";
import type { ShownScope } from "./scope-links";

/** What a figure is about though the screen is narrowed; null where it follows the screen. */
export function reachWords(
  { reach }: Pick<KpiDefinition, "reach">,
  { campaignId, channel }: ShownScope,
): string | null {
  if (reach === undefined) return null;
  const isNarrower = channel !== null || (campaignId !== null && reach === "the whole company");
  return isNarrower ? reach : null;
}
