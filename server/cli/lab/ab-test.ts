import { z } from "zod";
import type { ArmSums } from "@/server/domain/stats/arm-moments";
import { type Comparison, compareArms } from "@/server/domain/stats/compare-arms";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { readAs } from "./json-input";

const n = z.number().int().min(2, "must be at least 2: one unit varies from nothing");
const sum = z.number();
const sumSquares = z.number().min(0, "may not lie below zero");
const before = {
  pre: z.object({ sum, sumSquares }).optional(),
  crossSum: z.number().optional(),
};
const arm = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("proportion"), n, sum: sum.min(0, "may not lie below zero"), ...before }),
    z.object({ type: z.literal("mean"), n, sum, sumSquares, ...before }),
    z.object({
      type: z.literal("ratio"),
      n,
      sum,
      sumSquares,
      denominatorSum: z.number(),
      denominatorSumSquares: sumSquares,
      crossSum: z.number(),
    }),
  ],
  { error: 'must be "proportion", "mean" or "ratio"' },
);
const prior = z.object({ mean: z.number(), variance: z.number().positive("must be above zero") });
const question = z.object({
  a: arm,
  b: arm,
  difference: z
    .enum(["absolute", "relative"], { error: 'must be "absolute" or "relative"' })
    .default("absolute"),
  alpha: z.number().gt(0, "must lie between 0 and 1").lt(1, "must lie between 0 and 1").default(0.05),
  sides: z
    .union([z.literal(2), z.enum(["greater", "less"])], { error: 'must be 2, "greater" or "less"' })
    .default(2),
  sequential: z.object({ tuning: z.number().positive("must be above zero") }).nullish(),
  bayes: z.union([z.boolean(), prior], { error: "must be true or { mean, variance }" }).nullish(),
});

/** Two arms from their sums. */
export const abTest: LabCommand = {
  usage: "ab-test < QUESTION.json",
  about:
    "What two arms differ by: effect, interval, standard error and p, once, under peeking, or with a prior.",
  options: {},
  files: [0, 0],
  async run({ json }) {
    const { a, b, difference, alpha, sides, sequential, bayes } = readAs(question, await json());
    if (sequential && bayes) throw new BadInput("bayes", "goes with one look, not with sequential");
    refuseContradictions("a", a);
    refuseContradictions("b", b);
    if (a.type !== b.type) throw new BadInput("b.type", `must be that of a, ${a.type}`);
    if (hasBefore(a) !== hasBefore(b)) throw new BadInput("b.pre", "must stand in both arms or in neither");
    const found = compareArms(a, b, {
      difference,
      alpha,
      sides,
      ...(sequential ? { tuning: sequential.tuning } : {}),
      ...(bayes ? { prior: bayes === true ? "flat" : bayes } : {}),
    });
    return found ?? refuse(a, b, difference);
  },
};

const hasBefore = (one: ArmSums): boolean => one.type !== "ratio" && one.pre !== undefined;

/** Sums that no data can have. */
function refuseContradictions(name: string, one: ArmSums): void {
  if (one.type === "proportion" && one.sum > one.n)
    throw new BadInput(
      `${name}.sum`,
      `more than n (${one.sum} of ${one.n}): a proportion counts each unit once`,
    );
  if (one.type !== "proportion") refuseTooSmall(`${name}.sumSquares`, one.sumSquares, one.sum, one.n);
  if (one.type === "ratio") {
    if (one.denominatorSum === 0) throw new BadInput(`${name}.denominatorSum`, "is zero: there is no ratio");
    refuseTooSmall(`${name}.denominatorSumSquares`, one.denominatorSumSquares, one.denominatorSum, one.n);
  } else if (one.pre !== undefined) {
    if (one.crossSum === undefined)
      throw new BadInput(`${name}.crossSum`, "is needed with pre: the sum of metric times the metric before");
    refuseTooSmall(`${name}.pre.sumSquares`, one.pre.sumSquares, one.pre.sum, one.n);
  }
}

/** A sum of squares below sum² / n, by more than rounding. */
function refuseTooSmall(field: string, squares: number, total: number, units: number): void {
  if (squares < ((total * total) / units) * (1 - 1e-9) - 1e-12)
    throw new BadInput(field, "less than the square of the sum divided by n, which no values have");
}

function refuse(a: ArmSums, b: ArmSums, difference: string): Comparison {
  if (difference === "relative" && a.sum === 0)
    throw new BadInput("a.sum", "is zero: nothing is relative to it; ask for the absolute difference");
  const constant = compareArms(a, a, { difference: "absolute", alpha: 0.05, sides: 2 }) === null ? "a" : "b";
  const field = (constant === "a" ? a : b).type === "proportion" ? "sum" : "sumSquares";
  throw new BadInput(`${constant}.${field}`, "nothing varies in this arm: no p-value can be given");
}
