import { decisionId } from "@/server/domain/decision";
import { factsIn } from "@/server/domain/decision-trace";
import type { Sql } from "@/server/store/database";
import { decisionRecord } from "@/server/store/decision-record.sql";
import { aftermathOf, type DecisionKey } from "@/server/store/decisions";
import { explainedCandidates, explainedChecks, explainedNodes, explainedVersions } from "./explain";
import { storedDecision } from "./stored-decision";

/**
 * One decision, explained: the ten nodes with what each found, every candidate with score and propensity, every
 * guardrail with the facts it read, all facts, the versions, and what became of it since.
 */
export async function explainedDecision(sql: Sql, id: DecisionKey) {
  const [stored, aftermath, record] = await Promise.all([
    storedDecision(sql, id),
    aftermathOf(sql, id),
    decisionRecord(sql, id),
  ]);
  const { decision, trace, context, decidedAt, isContextIntact } = stored;
  return {
    id: decisionId(decision),
    decision,
    decidedAt,
    campaignName: context.plan.campaign.name,
    currency: context.plan.company.currency,
    nodes: explainedNodes(stored),
    candidates: explainedCandidates(stored),
    checks: explainedChecks(stored),
    insights: trace.insights ?? [],
    facts: factsIn(trace, context.facts),
    versions: explainedVersions(context.plan),
    isContextIntact,
    record,
    ...aftermath,
  };
}
