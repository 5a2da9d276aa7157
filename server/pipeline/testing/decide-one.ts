import type { CustomerFacts } from "@/server/domain/customer-facts";
import type { DecisionTrace } from "@/server/domain/decision-trace";
import type { RunPlan } from "@/server/domain/run-plan";
import { line } from "../line";
import type { Recorded } from "../nodes/record";
import type { Words } from "../ports";
import { aShift } from "./a-shift";

/** Sends one customer down the whole line; the trace is read back. */
export async function decideOne(
  plan: RunPlan,
  facts: CustomerFacts,
  extra: { customerId?: number; given?: Readonly<Record<string, number>>; words?: readonly Words[] } = {},
): Promise<Omit<Recorded, "trace"> & { trace: DecisionTrace }> {
  const { customerId = 7, given, words } = extra;
  const { shift } = aShift(plan, {
    facts: new Map([[customerId, facts]]),
    ...(given === undefined ? {} : { given: new Map([[customerId, given]]) }),
    ...(words === undefined ? {} : { words }),
  });
  const [recorded] = await line.run([customerId], shift);
  if (recorded === null || recorded === undefined) throw new Error("the line left no record");
  return { ...recorded, trace: JSON.parse(recorded.trace) as DecisionTrace };
}
