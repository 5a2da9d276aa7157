import type { Ask } from "@/components/api-types";
import { OUTBOX_STATES } from "@/server/domain/review";

export type OutboxAsk = Omit<Extract<Ask["outbox"]["list"], object>, "page" | "pageSize">;

/** An address's query, on the server and in the browser. */
type Params = { get: (name: string) => string | null };

export const OUTBOX_SORT = "-id";
const SORTS = ["id", "notBefore", "settledAt"] as const;

/** What the list is asked for, by the address; words that mean nothing are as if they were not there. */
export function outboxAsk(params: Params): OutboxAsk {
  const given = params.get("sort") ?? OUTBOX_SORT;
  const sort = SORTS.find((name) => name === given.replace(/^-/, ""));
  return {
    states: OUTBOX_STATES.filter((state) => state === params.get("state")),
    campaignId: numberIn(params.get("campaign")),
    customerId: numberIn(params.get("customer")?.trim().replace(/^#/, "") ?? null),
    sort: sort ?? "id",
    descending: sort === undefined || given.startsWith("-"),
  };
}

/** Whether something narrows the list. */
export const isNarrowed = ({ states, campaignId, customerId }: OutboxAsk): boolean =>
  (states?.length ?? 0) > 0 || campaignId !== null || customerId !== null;

const numberIn = (text: string | null): number | null =>
  /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : null;
