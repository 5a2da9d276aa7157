import type { CheckedCopy } from "./copy-types";

/** What the checks say, in a few words; null: they are still looking. */
export function checkTold(checked: CheckedCopy | null): string {
  if (checked === null) return "Checking…";
  const { problems, findings } = checked;
  const stops = problems.length + findings.filter(({ finding }) => finding.level === "block").length;
  if (stops > 0)
    return stops === 1 ? "One thing has to be mended first" : `${stops} things have to be mended first`;
  return findings.length === 0 ? "Every guardrail lets it by" : "May be saved; a person settles the doubts";
}
