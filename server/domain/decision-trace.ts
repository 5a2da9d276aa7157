import type { Refused } from "./candidate-value";
import type { FactName, KnownFacts } from "./customer-facts";
import { FACT_GROUPS, type FactGroup } from "./fact-groups";
import type { Insight } from "./insight";
import type { Reason } from "./verdict";

/** What a guardrail raised, as the trace keeps it. */
export type TracedCheck = {
  guardrail: string;
  level: "doubt" | "block";
  code: string;
  facts?: Reason["facts"];
  span?: string;
};

/**
 * Why a decision fell as it did: with the chunk's context it is enough to decide again. Short, because there is one per
 * customer and run; what is absent did not come up.
 */
export type DecisionTrace = {
  /** first 16 hex digits of the SHA-256 of the chunk's context in canonical JSON: the leaf covers the context through it */
  context: string;
  /** the facts that were read, by group, in the order that the context names */
  facts: { [Group in FactGroup]?: readonly unknown[] };
  insights?: readonly Insight[];
  /** expected order, minor units */
  orderMinor?: number;
  /** per arm of the plan */
  scores?: readonly number[];
  /** per arm: chance of being drawn, all its variants together */
  chances?: readonly number[];
  /** arm → why it was not allowed */
  refused?: Readonly<Record<number, Refused>>;
  /** offer → when it was last given to this customer, epoch milliseconds */
  given?: Readonly<Record<string, number>>;
  /** the guardrails that did not clear */
  checks?: readonly TracedCheck[];
  /** reasons with the figures they saw */
  reasons?: readonly Reason[];
};

/** Group → names of its facts, in order. Chunks keep it, as groups may grow. */
export type FactOrder = Readonly<Record<string, readonly string[]>>;

const GROUPS = Object.entries(FACT_GROUPS) as [FactGroup, readonly FactName[]][];

/** The groups that a sheet holds, as a trace keeps them. */
export function tracedFacts(sheet: KnownFacts): DecisionTrace["facts"] {
  const facts: DecisionTrace["facts"] = {};
  for (const [group, names] of GROUPS) {
    const first = names[0];
    if (first === undefined || sheet[first] === undefined) continue;
    const values: unknown[] = [];
    for (const name of names) values.push(sheet[name]);
    facts[group] = values;
  }
  return facts;
}

/** The facts that a trace kept, by name. */
export function factsIn(trace: DecisionTrace, order: FactOrder): KnownFacts {
  const facts: Record<string, unknown> = {};
  for (const [group, values] of Object.entries(trace.facts)) {
    for (const [i, name] of (order[group] ?? []).entries()) facts[name] = values[i];
  }
  // written by `tracedFacts`, whose order the context kept
  return facts as KnownFacts;
}
