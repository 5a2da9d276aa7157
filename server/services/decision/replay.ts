import { z } from "zod";
import { canonical } from "@/server/domain/canonical";
import { line } from "@/server/pipeline/line";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { decideAgain } from "./decide-again";
import { decisionKey } from "./decision-key";
import { storedDecision } from "./stored-decision";

const input = z.object({
  id: decisionKey,
  /** a published version of the policy; null: the one that the decision was made under */
  policyVersion: z.number().int().min(0).nullable().default(null),
});

/**
 * Makes a decision again from what was stored. Under its own policy `isSame` says whether the same row and trace come
 * out, and `changes` where they do not; under another version `changes` is what that policy would have altered.
 * `otherRules` names the nodes whose rules have a newer version by now, `isContextIntact` is false where what was stored
 * beside the decision is not what its trace names.
 */
export const replayDecision = view({ needs: "decision.read", input }, async ({ ctx, input }) => {
  const { sql } = ctx.platform.database;
  const stored = await storedDecision(sql, input.id);
  const { plan } = stored.context;
  const policy =
    input.policyVersion === null ? undefined : await settingInForce(sql, "policy", input.policyVersion);
  const again = await decideAgain(stored, policy?.body);
  const before = { ...stored.decision, trace: stored.trace };
  const after = { ...again.decision, trace: again.trace };
  const changes = Object.keys(after).flatMap((field) => {
    const key = field as keyof typeof after;
    return canonical(before[key]) === canonical(after[key])
      ? []
      : [{ field: key, before: before[key], after: after[key] }];
  });
  return {
    isSame: changes.length === 0,
    changes,
    decision: again.decision,
    trace: again.trace,
    policyVersion: policy?.version ?? plan.versions.policy,
    otherRules: Object.entries(line.stations).flatMap(([name, version]) =>
      plan.nodes[name] === version ? [] : [name],
    ),
    isContextIntact: stored.isContextIntact,
  };
});
