import { KPIS } from "./definitions";
import { goalWords } from "./goal-words";
import type { KpiDefinition } from "./kpi-definition";

/** docs/definitions.md, as it must read: the definitions in the order of the table. */
export function definitionsPage(): string {
  const sections = Object.values<KpiDefinition>(KPIS).map(
    (kpi) =>
      `## ${kpi.title}\n\n${[
        ["Formula", kpi.formula],
        ["Above the line", kpi.numerator],
        ["Below the line", kpi.denominator],
        ["Window", kpi.window],
        ["Interval", kpi.interval],
        ["From", kpi.source],
        ...goals(kpi),
      ]
        .map(([name, text]) => `- **${name}**: ${text}`)
        .join("\n")}\n`,
  );
  return ["# What the figures mean\n", INTRODUCTION, ...sections].join("\n");
}

const INTRODUCTION = `The source is \`server/domain/kpi/definitions.ts\`; a test keeps this page equal to it.

A touch is a message that a provider took. Days are days of the company's time zone, and a touch's opens, clicks and
orders stand on the day of the touch. A figure that the data cannot support says what is missing.
`;

function goals(kpi: KpiDefinition): [string, string][] {
  const { baseline, target } = kpi;
  return [
    ...(baseline === undefined ? [] : [["Starts at", goalWords(kpi, baseline)] as [string, string]]),
    ...(target === undefined ? [] : [["Goal", goalWords(kpi, target)] as [string, string]]),
  ];
}
