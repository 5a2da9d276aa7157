import { isMissing, numberOf } from "@/server/domain/scoring/cell";
import type { TableColumn } from "@/server/domain/scoring/table-column";
import { typeColumns } from "@/server/domain/scoring/type-columns";
import { compareArms } from "@/server/domain/stats/compare-arms";
import { balanceOf } from "@/server/domain/uplift/arm-balance";
import { crossFittedTargeting } from "@/server/domain/uplift/cross-fitted-targeting";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { featuresOf } from "./feature-columns";
import { labelsOf } from "./label-column";
import { columnOf, readTable, type Table } from "./table";

/** Fewer people of an arm say nothing about whom to treat. */
const FEWEST_PEOPLE = 50;
/** Columns known before the treatment part the arms like this once in a million. */
const UNLIKELY = 1e-6;

/** What treatments add, and whether it pays to choose whom to treat. */
export const uplift: LabCommand = {
  usage:
    "uplift FILE --treatment COL --control VALUE --outcome COL [--positive VALUE] [--drop COL,…] [--seed 0]",
  about:
    "What each arm adds to the control, and how well people can be chosen for it (Qini, AUUC). Drop every column that came after the treatment, such as other outcomes.",
  options: {
    treatment: { type: "string" },
    control: { type: "string" },
    outcome: { type: "string" },
    positive: { type: "string" },
    drop: { type: "string" },
    seed: { type: "string" },
  },
  files: [1, 1],
  async run({ files, flags }) {
    const names = { treatment: flags.needed("treatment"), outcome: flags.needed("outcome") };
    const control = flags.needed("control").trim();
    const seed = flags.number("seed", 0, { isWhole: true });
    const table = await readTable(files[0] ?? "");
    const arms = columnOf(table, "--treatment", names.treatment).map((cell) => cell.trim());
    const others = treatmentsOf(arms, control, names.treatment);
    const outcome = outcomeOf(table, names.outcome, flags.text("positive"));
    const { columns, left } = featuresOf(table, [names.treatment, names.outcome], flags.list("drop"));
    const typed = typeColumns(columns);
    const judged = others.map((arm) => {
      const rows = Int32Array.from(
        [...arms.keys()].filter((row) => arms[row] === arm || arms[row] === control),
      );
      return judge(arm, {
        columns: typed.map((column) => chosen(column, rows)),
        treated: Uint8Array.from(rows, (row) => (arms[row] === arm ? 1 : 0)),
        outcome: Float64Array.from(rows, (row) => outcome[row] ?? 0),
        seed,
      });
    });
    const held = Float64Array.from(outcome).filter((_, row) => arms[row] === control);
    return {
      outcome: names.outcome,
      control: { arm: control, n: held.length, mean: held.reduce((sum, one) => sum + one, 0) / held.length },
      arms: judged.map(({ suspects: _, ...arm }) => arm),
      features: columns.map(({ name }) => name),
      leftOut: left,
      warnings: judged.flatMap(({ arm, suspects }) =>
        suspects.map(
          (column) =>
            `${column} differs between ${arm} and ${control} by more than chance: it may have come after the treatment; if so, --drop it`,
        ),
      ),
    };
  },
};

type Question = { columns: TableColumn[]; treated: Uint8Array; outcome: Float64Array; seed: number };

function judge(arm: string, { columns, treated, outcome, seed }: Question) {
  const sums = [0, 1].map((side) => {
    const own = outcome.filter((_, i) => treated[i] === side);
    return {
      type: "mean" as const,
      n: own.length,
      sum: own.reduce((sum, one) => sum + one, 0),
      sumSquares: own.reduce((sum, one) => sum + one * one, 0),
    };
  });
  const [held, given] = sums;
  if (held === undefined || given === undefined) throw new RangeError("there are two sides");
  for (const [name, { n }] of [["--control", held] as const, ["--treatment", given] as const])
    if (n < FEWEST_PEOPLE)
      throw new BadInput(
        name,
        `${n} people with ${arm} against the control are too few; ${FEWEST_PEOPLE} are needed`,
      );
  const lift = compareArms(held, given, { difference: "absolute", alpha: 0.05, sides: 2 });
  if (lift === null) throw new BadInput("--outcome", `nothing varies in ${arm} or the control`);
  const { qini, qiniCi, auuc, auucCi } = crossFittedTargeting({ columns, treated, outcome }, seed);
  return {
    arm,
    n: given.n,
    mean: given.sum / given.n,
    lift: lift.effect,
    ci: lift.ci,
    p: lift.p,
    liftVerdict: verdictOn(lift.ci[0] ?? 0, lift.ci[1] ?? 0),
    qini,
    qiniCi,
    auuc,
    auucCi,
    // a ranking that does worse than chance is no finding: see crossFittedTargeting
    verdict: qiniCi[0] > 0 ? "above 0" : "no evidence",
    suspects: columns.filter((column) => balanceOf(column, treated) < UNLIKELY).map(({ name }) => name),
  };
}

/** Of an interval: which side of 0 it lies on. */
function verdictOn(low: number, high: number): "above 0" | "below 0" | "no evidence" {
  if (low > 0) return "above 0";
  return high < 0 ? "below 0" : "no evidence";
}

function treatmentsOf(arms: readonly string[], control: string, name: string): string[] {
  const empty = arms.indexOf("");
  if (empty >= 0)
    throw new BadInput("--treatment", `column "${name}" is empty in row ${empty + 1}; leave such rows out`);
  const found = [...new Set(arms)].sort();
  if (!found.includes(control))
    throw new BadInput(
      "--control",
      `"${control}" is not in column "${name}": it holds ${found.slice(0, 10).join(", ")}`,
    );
  if (found.length < 2) throw new BadInput("--treatment", `column "${name}" holds the control only`);
  if (found.length > 20)
    throw new BadInput("--treatment", `column "${name}" holds ${found.length} values; arms are at most 20`);
  return found.filter((arm) => arm !== control);
}

/** Numbers as they are; two words as 0 and 1. */
function outcomeOf(table: Table, name: string, positive: string | null): ArrayLike<number> {
  const cells = columnOf(table, "--outcome", name);
  if (positive !== null || cells.some((cell) => !isMissing(cell) && Number.isNaN(numberOf(cell))))
    return labelsOf(table, "--outcome", name, positive).values;
  const empty = cells.findIndex(isMissing);
  if (empty >= 0)
    throw new BadInput(
      "--outcome",
      `column "${name}" is empty in row ${empty + 1}; leave such rows out or say 0`,
    );
  return Float64Array.from(cells, numberOf);
}

const chosen = (column: TableColumn, rows: Int32Array): TableColumn =>
  column.kind === "number"
    ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) }
    : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) };
