import { z } from "zod";

const MOST = 2_147_483_647;

/** A decision's public id, `run-customer`, as its key. */
export const decisionKey = z
  .string()
  .regex(/^[1-9]\d{0,9}-[1-9]\d{0,9}$/, "give the decision as run-customer, such as 12-4711")
  .transform((id) => {
    const [runId = 0, customerId = 0] = id.split("-").map(Number);
    return { runId, customerId };
  })
  .refine(({ runId, customerId }) => runId <= MOST && customerId <= MOST, "there is no such decision");
