import { createHash } from "node:crypto";
import { canonical } from "./canonical";
import type { FactOrder } from "./decision-trace";
import type { RunPlan } from "./run-plan";

/** What was the same for a whole chunk when it was decided: with a trace it is enough to decide again. */
export type ChunkContext = {
  plan: RunPlan;
  /** creatives that a person had approved by then */
  approved: readonly number[];
  /** group → names, in the order in which the chunk's traces keep the facts */
  facts: FactOrder;
};

/** How traces name the context that they were decided in: 16 hex digits of its SHA-256, as canonical JSON. */
export const contextHash = (context: ChunkContext): string => hashOf(canonical(context));

/** The context as it is stored, with its name. */
export function sealContext(context: ChunkContext): { text: string; hash: string } {
  const text = canonical(context);
  return { text, hash: hashOf(text) };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
