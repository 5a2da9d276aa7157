import { defaultTargets } from "../settings/targets";
import { KPIS } from "./definitions";
import { GOAL_KPIS } from "./goal-kpis";
import { goalWords } from "./goal-words";
import type { KpiDefinition } from "./kpi-definition";
import { kpiGoal } from "./kpi-goal";

/** docs/definitions.md, as it must read: the definitions in the order of the table. */
export function definitionsPage(): string {
  const sections = Object.entries<KpiDefinition>(KPIS).map(
    ([id, kpi]) =>
      `## ${kpi.title}\n\n${[
        ["Formula", kpi.formula],
        ["Above the line", kpi.numerator],
        ["Below the line", kpi.denominator],
        ["Window", kpi.window],
        ["Interval", kpi.interval],
        ["From", kpi.source],
        ...goals(id),
      ]
        .map(([name, text]) => `- **${name}**: ${text}`)
        .join("\n")}\n`,
  );
  return ["# What the figures mean\n", INTRODUCTION, ...sections].join("\n");
}

const INTRODUCTION = `The source is \`server/domain/kpi/definitions.ts\`; a test keeps this page equal to it.

A touch is a message that a provider took. Days are days of the company's time zone, and a touch's opens, clicks and
orders stand on the day of the touch. A figure that the data cannot support says what is missing.
Beginnings and goals are those that hold until a company sets its own (Settings, Targets).
`;

function goals(id: string): [string, string][] {
  const kpi = GOAL_KPIS.find((one) => one === id);
  if (kpi === undefined) return [];
  const { currency } = defaultTargets;
  const { baseline, target } = kpiGoal(kpi, defaultTargets, currency);
  const words = (value: number) => goalWords(KPIS[kpi], value, currency);
  return [
    ...(baseline === undefined ? [] : [["Starts at", words(baseline)] as [string, string]]),
    ...(target === undefined ? [] : [["Goal", words(target)] as [string, string]]),
  ];
}
