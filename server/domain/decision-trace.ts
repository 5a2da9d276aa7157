import type { Refused } from "./candidate-value";
import type { CustomerFacts } from "./customer-facts";
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
  /** the facts that were read, by group, in the order of FACT_GROUPS */
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

/** A group's values in the trace's order; undefined where the facts do not hold the group. */
export function tracedGroup(facts: Partial<CustomerFacts>, group: FactGroup): readonly unknown[] | undefined {
  const names = FACT_GROUPS[group];
  return facts[names[0]] === undefined ? undefined : names.map((name) => facts[name]);
}

/** The facts that a trace kept. */
export function factsIn(trace: DecisionTrace): Partial<CustomerFacts> {
  const facts: Record<string, unknown> = {};
  for (const [group, values] of Object.entries(trace.facts)) {
    for (const [i, name] of FACT_GROUPS[group as FactGroup].entries()) facts[name] = values[i];
  }
  // the names are those of CustomerFacts, the values those that `tracedGroup` wrote
  return facts as Partial<CustomerFacts>;
}
