import type { Sql } from "@/server/store/database";
import type { Scope } from "@/server/store/figures-period.sql";
import { policyVersions } from "@/server/store/figures-policies.sql";
import { suspectTouches } from "@/server/store/figures-quality.sql";
import { settingsOf } from "@/server/store/settings";
import { breachesOf } from "./judge-touch";

export type Breach = { day: string; outboxId: number; rules: string[] };

/** Touches of the scope that the facts as stored now show to be in breach of the policy of their run. */
export async function findBreaches(sql: Sql, scope: Scope): Promise<Breach[]> {
  const policies = await settingsOf(sql, "policy", await policyVersions(sql, scope));
  if (policies.size === 0) return [];
  const caps = [...policies.values()].map(({ frequency }) => frequency);
  const suspects = await suspectTouches(
    sql,
    scope,
    Math.min(...caps.map(({ maxEmails }) => maxEmails)),
    Math.max(...caps.map(({ windowDays }) => windowDays)),
  );
  return suspects.flatMap((suspect) => {
    const policy = policies.get(suspect.policyVersion);
    if (policy === undefined) throw new Error(`policy version ${suspect.policyVersion} was not read`);
    const rules = breachesOf(suspect, policy);
    return rules.length === 0 ? [] : [{ day: suspect.day, outboxId: suspect.outboxId, rules }];
  });
}
