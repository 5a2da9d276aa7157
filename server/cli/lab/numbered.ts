/** Texts as numbers from 0, in the order in which they first come. */
export type Numbered = { names: string[]; at: Int32Array };

/** Numbers the different texts of a column, in the rows asked for. */
export function numbered(column: readonly string[], rows: Int32Array): Numbered {
  const numbers = new Map<string, number>();
  const at = Int32Array.from(rows, (row) => {
    const text = (column[row] ?? "").trim();
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  });
  return { names: [...numbers.keys()], at };
}
