import { momentFor } from "@/server/domain/moment";
import type { Bootstrapped } from "@/server/domain/policy-evaluation/bootstrap";
import { type Evaluation, evaluatePolicy } from "@/server/domain/policy-evaluation/evaluate-policy";
import type { Logged, Policy } from "@/server/domain/policy-evaluation/logged";
import { encodeRows, learnEncoding } from "@/server/domain/scoring/encode-columns";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { policyFrom } from "./policy-file";
import { columnOf, readTable, type Table } from "./table";

/** What another policy would have earned, from a log. */
export const ope: LabCommand = {
  usage:
    "ope FILE --reward COL --propensity COL --action COL [--context COL,…] [--policy uniform|FILE] [--seed 0]",
  about:
    "What another policy would have earned per row of a log: six estimators with intervals, or a refusal that says why.",
  options: {
    reward: { type: "string" },
    propensity: { type: "string" },
    action: { type: "string" },
    context: { type: "string" },
    policy: { type: "string" },
    seed: { type: "string" },
  },
  files: [1, 1],
  async run({ files: [file = ""], flags }) {
    const contextNames = flags.list("context");
    const names = {
      reward: flags.needed("reward"),
      propensity: flags.needed("propensity"),
      action: flags.needed("action"),
    };
    const wanted = flags.text("policy") ?? "uniform";
    const seed = flags.number("seed", 0, { isWhole: true });
    const table = await readTable(file);
    const taken = columnOf(table, "--action", names.action);
    const actions = [...new Set(taken)].sort();
    if (actions.length < 2)
      throw new BadInput("--action", "the log holds one action only: there is no choice to judge");
    const logged = loggedOf(table, names, contextNames, taken, actions);
    const policy: Policy =
      wanted === "uniform"
        ? () => 1 / actions.length
        : await policyFrom(wanted, table, contextNames, actions);
    return answerOf(evaluatePolicy(logged, policy, momentFor(0, seed, 0, 0).random), actions.length);
  },
};

function loggedOf(
  table: Table,
  names: { reward: string; propensity: string },
  contextNames: readonly string[],
  taken: readonly string[],
  actions: readonly string[],
): Logged {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const columns = contextNames.map((name) => ({ name, cells: columnOf(table, "--context", name) }));
  const encoding = learnEncoding(columns, rows);
  const index = new Map(actions.map((name, i) => [name, i]));
  return {
    action: Int32Array.from(taken, (name) => index.get(name) ?? 0),
    reward: numbers(table, "--reward", names.reward, (value) => Number.isFinite(value), "a number"),
    propensity: numbers(
      table,
      "--propensity",
      names.propensity,
      (value) => value > 0 && value <= 1,
      "a probability above 0 and at most 1",
    ),
    actions: actions.length,
    context: encodeRows(encoding, columns, rows),
    width: encoding.width,
  };
}

function numbers(
  table: Table,
  flag: string,
  name: string,
  isFine: (value: number) => boolean,
  wanted: string,
): Float64Array {
  return Float64Array.from(columnOf(table, flag, name), (cell, row) => {
    const value = cell.trim() === "" ? Number.NaN : Number(cell);
    if (isFine(value)) return value;
    throw new BadInput(flag, `row ${row + 2} of ${table.file}: ${JSON.stringify(cell)} is not ${wanted}`);
  });
}

const WORDS = {
  "rewarded-matches": ({ overlap }: Evaluation) =>
    `only ${overlap.rewardedMatches} rewarded rows in which the policy may do what was done, 20 are needed`,
  "effective-size": ({ overlap }: Evaluation) =>
    `the effective size is ${overlap.effectiveSize.toFixed(1)}, 100 are needed`,
  "one-weight": ({ overlap }: Evaluation) =>
    `one row carries ${(100 * overlap.largestWeightShare).toFixed(1)} % of all weight, 5 % at most`,
};

function answerOf(found: Evaluation, actions: number) {
  const { overlap, refused, logged, estimates, clip, threshold } = found;
  return {
    n: overlap.rows,
    actions,
    verdict: refused.length === 0 ? "accepted" : "refused",
    reasons: refused,
    why: refused.map((reason) => WORDS[reason](found)),
    effectiveSize: overlap.effectiveSize,
    rewardedMatches: overlap.rewardedMatches,
    largestWeightShare: overlap.largestWeightShare,
    overlap: {
      matched: overlap.matched,
      meanWeight: overlap.meanWeight,
      smallestPropensity: overlap.smallestPropensity,
    },
    logged: shown(logged),
    clip,
    threshold,
    estimators:
      estimates === null
        ? null
        : Object.fromEntries(Object.entries(estimates).map(([name, one]) => [name, shown(one)])),
  };
}

const shown = ({ value, low, high, se }: Bootstrapped) => ({ value, ci: [low, high], se });
