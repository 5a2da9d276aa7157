import { systemClock } from "./clock";
import { env } from "./env.mjs";
import { VisitorGate } from "./services/tracking/visitor-gate";

let gate: VisitorGate | undefined;

/** The answer to a visit of a public page or link that comes too soon from its address; null: go on. */
export function visitRefusal(request: Pick<Request, "headers">): Response | null {
  gate ??= new VisitorGate(
    { visitsPerSecond: env.VISITS_PER_SECOND, trustedProxies: env.TRUSTED_PROXIES },
    systemClock,
  );
  return gate.refusal(request);
}
