import type { Policy } from "@/server/domain/policy-evaluation/logged";
import { isMissing } from "@/server/domain/scoring/cell";
import { BadInput } from "./bad-input";
import { columnOf, foundColumn, readTable, type Table } from "./table";

const ACTION = ["action", "item", "item_id", "arm"];
const PROBABILITY = ["probability", "propensity", "p", "share"];

/**
 * A policy as a file. Either one row per action with `action` and `probability` (and, where they differ by context, any of
 * the context columns, whose values then have to be those of the log), or as many rows as the log has, in its order, with
 * a column for each action. Actions that are not named have probability zero.
 */
export async function policyFrom(
  file: string,
  log: Table,
  contextNames: readonly string[],
  actions: readonly string[],
): Promise<Policy> {
  const table = await readTable(file);
  const action = foundColumn(table, "policy", null, ACTION);
  if (action === null) return rowPolicy(table, log, actions);
  const probability = foundColumn(table, "policy", null, PROBABILITY);
  if (probability === null)
    throw new BadInput(
      "--policy",
      `${file} has a column of actions and none called ${PROBABILITY.join(", ")}`,
    );
  return listedPolicy(table, { action, probability }, log, contextNames, actions);
}

type Listed = { action: readonly string[]; probability: readonly string[] };

function listedPolicy(
  table: Table,
  { action, probability }: Listed,
  log: Table,
  contextNames: readonly string[],
  actions: readonly string[],
): Policy {
  const shared = contextNames.filter((name) => table.header.includes(name));
  const keyIn = (from: Table) => {
    const columns = shared.map((name) => columnOf(from, "--context", name));
    return (row: number) => columns.map((cells) => cells[row] ?? "").join("\u0001");
  };
  const [policyKey, logKey] = [keyIn(table), keyIn(log)];
  const index = new Map(actions.map((name, i) => [name, i]));
  const byContext = new Map<string, Float64Array>();
  for (let row = 0; row < table.rows; row++) {
    const name = action[row] ?? "";
    const at = index.get(name);
    const share = shareOf(probability[row] ?? "", `${table.file}, row ${row + 2}`);
    if (at === undefined) {
      if (share === 0) continue;
      throw new BadInput("--policy", `the action "${name}" never occurs in the log: nothing is known of it`);
    }
    const key = policyKey(row);
    const shares = byContext.get(key) ?? new Float64Array(actions.length);
    shares[at] = (shares[at] ?? 0) + share;
    byContext.set(key, shares);
  }
  for (const shares of byContext.values()) needSumOfOne(shares, table.file);
  const rows = Array.from({ length: log.rows }, (_, row) => {
    const shares = byContext.get(logKey(row));
    if (shares !== undefined) return shares;
    throw new BadInput("--policy", `${table.file} says nothing for the context of row ${row + 2} of the log`);
  });
  return (row, of) => rows[row]?.[of] ?? 0;
}

function rowPolicy(table: Table, log: Table, actions: readonly string[]): Policy {
  if (table.rows !== log.rows)
    throw new BadInput(
      "--policy",
      `${table.file} has ${table.rows} rows and the log ${log.rows}; or give columns action and probability`,
    );
  const columns = actions.map((name) =>
    table.header.includes(name) ? columnOf(table, "--policy", name) : null,
  );
  if (columns.every((column) => column === null))
    throw new BadInput(
      "--policy",
      `${table.file} has neither a column "action" nor one for an action of the log`,
    );
  const shares = columns.map((cells) =>
    cells === null
      ? new Float64Array(log.rows)
      : Float64Array.from(cells, (cell, row) => shareOf(cell, `${table.file}, row ${row + 2}`)),
  );
  for (let row = 0; row < log.rows; row++)
    needSumOfOne(
      Float64Array.from(shares, (column) => column[row] ?? 0),
      `${table.file}, row ${row + 2}`,
    );
  return (row, of) => shares[of]?.[row] ?? 0;
}

function shareOf(cell: string, where: string): number {
  const share = isMissing(cell) ? 0 : Number(cell);
  if (!(share >= 0 && share <= 1 + 1e-9))
    throw new BadInput(
      "--policy",
      `${where}: a probability lies between 0 and 1, not ${JSON.stringify(cell)}`,
    );
  return share;
}

function needSumOfOne(shares: Float64Array, where: string): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-3)
    throw new BadInput(
      "--policy",
      `${where}: the probabilities of a context sum to ${sum.toPrecision(4)}, not to 1`,
    );
}
