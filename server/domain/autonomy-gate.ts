import type { Figure } from "./kpi/figure";

/** What a campaign has shown in the period that the gate looks at. */
export type AutonomyEvidence = {
  /** messages that a person approved or rejected, and those of them that were edited or rejected */
  decided: number;
  overridden: number;
  touches: number;
  complaints: number;
  /** incremental revenue per person, minor units */
  lift: Figure;
};

/** What has to hold before a campaign may act alone. Shares 0–1. */
export const AUTONOMY_GATE = {
  days: 90,
  minDecided: 200,
  maxOverrideShare: 0.05,
  /** Google's guidelines for bulk senders ask to stay below 0.1 % */
  maxComplaintShare: 0.001,
} as const;

export type GateCondition = {
  id: "decided" | "override" | "complaints" | "lift";
  ok: boolean;
  has: number | null;
};

/**
 * Whether a campaign may run without a person's eyes: people changed under 5 % of at least 200 messages they looked at,
 * complaints stay under 0.1 % of touches, and the lift is above zero with its whole interval. `has` is the measured value
 * (a count, a share, minor units at the lower end); null where the data cannot support it.
 */
export function autonomyGate(evidence: AutonomyEvidence): { open: boolean; conditions: GateCondition[] } {
  const { decided, overridden, touches, complaints, lift } = evidence;
  const overrideShare = decided === 0 ? null : overridden / decided;
  const complaintShare = touches === 0 ? null : complaints / touches;
  const low = lift.kind === "known" ? lift.low : null;
  const conditions: GateCondition[] = [
    { id: "decided", has: decided, ok: decided >= AUTONOMY_GATE.minDecided },
    {
      id: "override",
      has: overrideShare,
      ok: overrideShare !== null && overrideShare < AUTONOMY_GATE.maxOverrideShare,
    },
    {
      id: "complaints",
      has: complaintShare,
      ok: complaintShare !== null && complaintShare < AUTONOMY_GATE.maxComplaintShare,
    },
    { id: "lift", has: low, ok: low !== null && low > 0 },
  ];
  return { open: conditions.every(({ ok }) => ok), conditions };
}
