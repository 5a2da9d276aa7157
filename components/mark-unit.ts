import type { KpiDefinition } from "@/server/domain/kpi/kpi-definition";

const WORDS: Partial<Record<KpiDefinition["unit"], string>> = {
  share: "%",
  seconds: "s",
  milliseconds: "s",
  days: "days",
  hours: "h",
  ratio: "to 1",
};
const SCALES: Partial<Record<KpiDefinition["unit"], number>> = { share: 100, milliseconds: 0.001 };

/** How a mark is typed: its unit in words, and the factor from the document's value to what stands in the field. */
export const markUnit = (
  unit: KpiDefinition["unit"],
  currency: string,
): { words?: string; scale: number } => {
  const words = unit === "money" ? currency : WORDS[unit];
  return { ...(words === undefined ? {} : { words }), scale: SCALES[unit] ?? 1 };
};
