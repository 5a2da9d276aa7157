import type { FactGroup } from "@/server/domain/fact-groups";
import type { FactSheet } from "@/server/domain/fact-sheet";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import type { Draft } from "@/server/guardrails/contract";

/** A creative with what the guardrails read of it. `approved`: a person has approved exactly these words. */
export type Words = { creative: PlannedCreative; draft: Draft; approved: boolean };

/** What the line asks of the world, worded in domain nouns. Stored answers stand in for it when a decision is made again. */
export type Ports = {
  plan(): Promise<RunPlan>;
  /** Fills these groups, aggregated as of the plan's instant, into the sheets of those customers that exist. */
  facts(groups: readonly FactGroup[], sheets: ReadonlyMap<number, FactSheet>): Promise<void>;
  /** customer → offer → when it was last given, epoch milliseconds */
  offersGiven(ids: readonly number[]): Promise<ReadonlyMap<number, Readonly<Record<string, number>>>>;
  words(): Promise<readonly Words[]>;
};

/** One batch's way down the line. `now` and `seed` are the run's; the same shift decides the same. */
export type Shift = {
  nowMs: number;
  seed: number;
  chunk: number;
  /** the name of what is the same for the whole chunk: domain/chunk-context */
  context: string;
  ports: Ports;
  /** gives the event loop a turn */
  breathe(): Promise<void>;
};
