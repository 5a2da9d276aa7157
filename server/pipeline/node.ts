import { type Moment, momentFor } from "@/server/domain/moment";
import type { Reason, Verdict } from "@/server/domain/verdict";
import type { Shift } from "./ports";

/** One customer on the way down the line. Nodes add their facts to it, each under its own name. */
export type Case = {
  readonly customerId: number;
  /** where the line ended for this customer; null while it goes on */
  stopped: { node: string; outcome: "blocked" | "skipped" | "holdout" } | null;
  /** everything that nodes had to say, in order */
  reasons: readonly Reason[];
};

/** One station of the line. It adds exactly one fact, under its own name, to the case. */
export type Node<Name extends string, In extends Case, Fact, Answer> = {
  name: Name;
  /** Bump when the same input may now give another verdict. */
  version: number;
  /** Only the last node sees those too whom an earlier one stopped: they are recorded like all others. */
  seesStopped?: boolean;
  // functions as properties: their parameters are compared strictly, which is what keeps the nodes in order
  /** Whatever the batch needs from outside, in one round trip. The only impure part. */
  ask: (batch: readonly In[], shift: Shift) => Promise<Answer>;
  /** Pure and total: one case in, one verdict out. */
  decide: (item: In, answer: Answer, moment: Moment) => Verdict<Fact>;
};

/** Between so many customers the event loop gets a turn: a reviewer's keystroke must not wait for a campaign. */
const BREATH = 250;

/** Asks once for all, decides each alone. One customer is a batch of one. An empty batch asks nothing. */
export async function runNode<Name extends string, In extends Case, Fact, Answer>(
  node: Node<Name, In, Fact, Answer>,
  index: number,
  batch: readonly In[],
  shift: Shift,
): Promise<void> {
  const here = node.seesStopped ? batch : batch.filter(({ stopped }) => stopped === null);
  if (here.length === 0) return;
  const answer = await node.ask(here, shift);
  for (const [i, item] of here.entries()) {
    if (i % BREATH === BREATH - 1) await shift.breathe();
    const verdict = node.decide(item, answer, momentFor(shift.nowMs, shift.seed, item.customerId, index));
    settle(item, node.name, verdict);
  }
}

/** Facts are put on the case itself: copying it at each of ten nodes would cost more than deciding. */
function settle<Fact>(item: Case, name: string, verdict: Verdict<Fact>): void {
  if (verdict.reasons.length > 0) item.reasons = [...item.reasons, ...verdict.reasons];
  const fact = verdict.kind === "pass" ? verdict.fact : verdict.learned;
  if (fact !== undefined) (item as Case & Record<string, unknown>)[name] = fact;
  if (verdict.kind === "stop") item.stopped = { node: name, outcome: verdict.outcome };
}
