/**
 * The fold of each row, from 0 up to `folds`: the rows of each class are shuffled and dealt round, so that every fold has
 * its share of every class. `classes[r]` is the class of row r, from 0.
 */
export function stratifiedFolds(classes: Int32Array, folds: number, random: () => number): Int32Array {
  const ofClass = new Map<number, number[]>();
  classes.forEach((one, row) => {
    const rows = ofClass.get(one);
    if (rows === undefined) ofClass.set(one, [row]);
    else rows.push(row);
  });
  const fold = new Int32Array(classes.length);
  let next = 0;
  for (const one of [...ofClass.keys()].sort((a, b) => a - b))
    for (const row of shuffled(ofClass.get(one) ?? [], random)) fold[row] = next++ % folds;
  return fold;
}

function shuffled(rows: number[], random: () => number): number[] {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] ?? 0, rows[at] ?? 0];
  }
  return rows;
}
