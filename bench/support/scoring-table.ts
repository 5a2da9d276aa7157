import { momentFor } from "@/server/domain/moment";
import { sigmoid } from "@/server/domain/scoring/sigmoid";
import type { NumberColumn } from "@/server/domain/scoring/table-column";

/** Columns, a yes or no for each row, and the probability by which it was drawn: no model can tell more than that. */
export type ScoringTable = { columns: NumberColumn[]; labels: Uint8Array; probabilities: Float64Array };

/**
 * A table of numbers from −1 to 1. Log-odds are −1 and a weighted sum of all columns, from 1.2 down to 0, and, where `isCurved`, the square of
 * the first and the product of the next two: what a linear model cannot see.
 */
export function scoringTable(rows: number, width: number, seed: number, isCurved: boolean): ScoringTable {
  const { random } = momentFor(0, seed, 0, 0);
  const columns = Array.from(
    { length: width },
    (_, c): NumberColumn => ({
      kind: "number",
      name: `x${c + 1}`,
      values: Float64Array.from({ length: rows }, () => 2 * random() - 1),
    }),
  );
  const value = (c: number, row: number) => columns[c]?.values[row] ?? 0;
  const probabilities = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let margin = -1;
    for (let c = 0; c < width; c++) margin += (c % 2 === 0 ? 1.2 : -1.2) * (1 - c / width) * value(c, row);
    if (isCurved) margin += 3 * value(0, row) ** 2 + 4 * value(1, row) * value(2, row) - 1;
    probabilities[row] = sigmoid(margin);
  }
  return { columns, labels: Uint8Array.from(probabilities, (p) => (random() < p ? 1 : 0)), probabilities };
}
