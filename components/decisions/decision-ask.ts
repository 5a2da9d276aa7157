import type { Ask } from "@/components/api-types";
import { dayInAddress } from "@/components/day-in-address";
import { VERDICTS } from "@/server/domain/decision";
import { DECISION_SETS } from "@/server/domain/decision-set";
import { ACTIONS, CHANNELS } from "@/server/domain/goal";

export type DecisionAsk = Ask["decision"]["places"];

/** An address's query, on the server and in the browser. */
type Params = { get: (name: string) => string | null };

/** What the list is asked for, by the address; words that mean nothing are as if they were not there. Days are the company's. */
export function decisionAsk(params: Params, timeZone: string, mayFindPeople: boolean): DecisionAsk {
  const customer = params.get("customer")?.trim() ?? "";
  const ours = numberIn(customer.replace(/^#/, ""));
  return {
    runId: numberIn(params.get("run")),
    campaignId: numberIn(params.get("campaign")),
    customerId: ours,
    person: ours === null && mayFindPeople ? customer.slice(0, 254) : "",
    verdict: VERDICTS.find((verdict) => verdict === params.get("verdict")) ?? null,
    among: DECISION_SETS.find((set) => set === params.get("among")) ?? null,
    reason: params.get("reason")?.slice(0, 80) || null,
    action: ACTIONS.find((action) => action === params.get("action")) ?? null,
    channel: CHANNELS.find((channel) => channel === params.get("channel")) ?? null,
    from: dayInAddress(params.get("from"), timeZone),
    to: dayInAddress(params.get("to"), timeZone, 1),
  };
}

/** Whether something narrows the list. */
export const isNarrowed = (ask: DecisionAsk): boolean =>
  Object.values(ask).some((value) => value !== null && value !== undefined && value !== "");

const numberIn = (text: string | null): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : null;
